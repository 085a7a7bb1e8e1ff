-- Passkeys (WebAuthn): the public half of a key that a device or a password manager keeps.
CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  credential bytea NOT NULL UNIQUE CHECK (octet_length(credential) BETWEEN 1 AND 1023),
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 64),
  public_key bytea NOT NULL,
  counter bigint NOT NULL,
  backup_eligible boolean NOT NULL,
  backed_up boolean NOT NULL,
  created_at timestamptz NOT NULL,
  last_used_at timestamptz
);
COMMENT ON COLUMN passkey.credential IS 'The id that the authenticator gave it';
COMMENT ON COLUMN passkey.public_key IS 'Attested credential data: AAGUID, id and COSE key (WebAuthn, 6.5.2)';
COMMENT ON COLUMN passkey.counter IS 'How often it has signed, as far as its authenticator counts; 0 when it does not';
CREATE INDEX passkey_account ON passkey (account);

ALTER TABLE session DROP CONSTRAINT session_method_check;
ALTER TABLE session ADD CONSTRAINT session_method_check
  CHECK (method IN ('PASSWORD', 'WALLET', 'RECOVERY', 'PASSKEY'));

ALTER TABLE one_time_secret DROP CONSTRAINT one_time_secret_purpose_check;
ALTER TABLE one_time_secret ADD CONSTRAINT one_time_secret_purpose_check
  CHECK (purpose IN ('NONCE', 'TICKET', 'REGISTRATION', 'LINK', 'PROOF', 'PASSKEY_NEW', 'PASSKEY_PROOF', 'PASSKEY_SIGN_IN'));
COMMENT ON COLUMN one_time_secret.subject IS
  'TICKET, LINK, PROOF, PASSKEY_NEW, PASSKEY_PROOF: session id; REGISTRATION: address; NONCE, PASSKEY_SIGN_IN: empty';
