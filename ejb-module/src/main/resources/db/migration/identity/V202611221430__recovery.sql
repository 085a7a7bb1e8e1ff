-- Who has lost every way in comes back by a link in a mail and one of the codes he has kept.
CREATE TABLE recovery_code (
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account, hash)
);
COMMENT ON COLUMN recovery_code.hash IS 'SHA-256 of account and code; a code has 80 random bits';

-- One row for each time somebody asked, also when nobody has the address.
CREATE TABLE recovery_link (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  account uuid REFERENCES account (id) ON DELETE CASCADE,
  blind_index bytea NOT NULL CHECK (octet_length(blind_index) = 32),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  tries integer NOT NULL DEFAULT 0,
  used_at timestamptz
);
COMMENT ON COLUMN recovery_link.hash IS 'SHA-256 of the token, which stands in the mail alone';
COMMENT ON COLUMN recovery_link.account IS 'Null: nobody has verified the address, and no mail went out';
COMMENT ON COLUMN recovery_link.tries IS 'Wrong codes that came with the link';
CREATE INDEX recovery_link_account ON recovery_link (account);
CREATE INDEX recovery_link_address ON recovery_link (blind_index, created_at);
CREATE INDEX recovery_link_expires ON recovery_link (expires_at);

ALTER TABLE session DROP CONSTRAINT session_method_check;
ALTER TABLE session ADD CONSTRAINT session_method_check
  CHECK (method IN ('PASSWORD', 'WALLET', 'RECOVERY'));
