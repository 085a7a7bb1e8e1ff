-- Who wants nothing to do with whom.
CREATE TABLE account_block (
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  blocked uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  blocked_at timestamptz NOT NULL,
  PRIMARY KEY (account, blocked),
  CHECK (account <> blocked)
);
COMMENT ON TABLE account_block IS 'One row for each person whom a person has blocked; it holds both ways';
CREATE INDEX account_block_of ON account_block (blocked, account);
