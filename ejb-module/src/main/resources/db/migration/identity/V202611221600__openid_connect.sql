-- People as issuers of OpenID Connect know them: each opens one account.
CREATE TABLE linked_identity (
  id uuid PRIMARY KEY,
  issuer text NOT NULL CHECK (length(issuer) BETWEEN 1 AND 512),
  subject text NOT NULL CHECK (length(subject) BETWEEN 1 AND 255),
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  linked_at timestamptz NOT NULL,
  last_used_at timestamptz,
  UNIQUE (issuer, subject)
);
COMMENT ON COLUMN linked_identity.issuer IS 'iss of the ID tokens, which is the address of the issuer';
COMMENT ON COLUMN linked_identity.subject IS 'sub of the ID tokens: who it is, at this issuer only';
CREATE INDEX linked_identity_account ON linked_identity (account);

ALTER TABLE session DROP CONSTRAINT session_method_check;
ALTER TABLE session ADD CONSTRAINT session_method_check
  CHECK (method IN ('PASSWORD', 'WALLET', 'RECOVERY', 'PASSKEY', 'OIDC'));

ALTER TABLE one_time_secret DROP CONSTRAINT one_time_secret_purpose_check;
ALTER TABLE one_time_secret ADD CONSTRAINT one_time_secret_purpose_check
  CHECK (purpose IN ('NONCE', 'TICKET', 'REGISTRATION', 'LINK', 'PROOF', 'PASSKEY_NEW', 'PASSKEY_PROOF',
    'PASSKEY_SIGN_IN', 'OIDC_SIGN_IN', 'OIDC_LINK', 'OIDC_PROOF', 'OIDC_REGISTRATION'));
COMMENT ON COLUMN one_time_secret.subject IS
  'TICKET, LINK, PROOF, PASSKEY_NEW, PASSKEY_PROOF: session id; REGISTRATION: address; NONCE, PASSKEY_SIGN_IN: empty; OIDC_SIGN_IN, OIDC_LINK, OIDC_PROOF: issuer, origin, time, hash of the browser''s secret, session id; OIDC_REGISTRATION: issuer, sub, time, sealed e-mail address';
