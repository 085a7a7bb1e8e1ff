-- The e-mail addresses of accounts: at most one that is verified, and one that waits to be.
-- No address stands here in the clear.
CREATE TABLE account_email (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  verified_at timestamptz NOT NULL,
  blind_index bytea NOT NULL UNIQUE CHECK (octet_length(blind_index) = 32),
  sealed bytea NOT NULL
);
COMMENT ON COLUMN account_email.blind_index IS 'Keyed hash of the address: one address belongs to one account';

CREATE TABLE account_email_waiting (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  blind_index bytea NOT NULL CHECK (octet_length(blind_index) = 32),
  sealed bytea NOT NULL
);
COMMENT ON TABLE account_email_waiting IS 'Several accounts may wait for one address: who proves it first has it';

-- One row for each link that was made.
CREATE TABLE email_link (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  mail uuid,
  blind_index bytea NOT NULL CHECK (octet_length(blind_index) = 32),
  state text NOT NULL CHECK (state IN ('OPEN', 'USED', 'SUPERSEDED')),
  refused boolean NOT NULL DEFAULT false
);
COMMENT ON COLUMN email_link.hash IS 'SHA-256 of the token, which stands in the mail alone';
COMMENT ON COLUMN email_link.mail IS 'The mail it went out with; null when the limit of the address was reached';
COMMENT ON COLUMN email_link.refused IS 'A mail server said that there is no such address';
CREATE UNIQUE INDEX email_link_open ON email_link (account) WHERE state = 'OPEN';
CREATE INDEX email_link_account ON email_link (account, created_at);
CREATE INDEX email_link_address ON email_link (blind_index, created_at);
CREATE INDEX email_link_mail ON email_link (mail) WHERE mail IS NOT NULL;
CREATE INDEX email_link_expires ON email_link (expires_at);
