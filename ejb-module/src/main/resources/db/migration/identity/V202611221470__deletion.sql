-- Accounts that were deleted. What others hold of them keeps the id of the account, which nobody
-- can sign in to and which has no name any more.
ALTER TABLE account
  ADD COLUMN deleted_at timestamptz,
  ALTER COLUMN username DROP NOT NULL,
  ADD CONSTRAINT account_deleted_check CHECK ((username IS NULL) = (deleted_at IS NOT NULL));

-- Names of deleted accounts, which nobody is given again. Apart from the accounts: it does not say
-- who was called so, nor when.
CREATE TABLE retired_username (
  hash bytea PRIMARY KEY
);
COMMENT ON COLUMN retired_username.hash IS 'Keyed hash of the name: see blind_index_key';

-- Deletions that are not at their end: any instance goes on with them.
CREATE TABLE account_erasure (
  account uuid PRIMARY KEY REFERENCES account (id),
  due_at timestamptz NOT NULL,
  round integer NOT NULL DEFAULT 1 CHECK (round IN (1, 2)),
  erased text NOT NULL DEFAULT ''
);
COMMENT ON COLUMN account_erasure.due_at IS 'When an instance may take it up';
COMMENT ON COLUMN account_erasure.round IS 'A second round takes what was under way during the first';
COMMENT ON COLUMN account_erasure.erased IS 'The last feature whose rows are gone in this round';
CREATE INDEX account_erasure_due ON account_erasure (due_at);

-- How often each account has asked for its data today.
CREATE TABLE account_export (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  day date NOT NULL,
  count integer NOT NULL
);

ALTER TABLE session DROP CONSTRAINT session_ended_for_check;
ALTER TABLE session ADD CONSTRAINT session_ended_for_check CHECK (
  ended_for IN ('SIGNED_OUT', 'REVOKED', 'TOKEN_REUSED', 'ACCOUNT_DELETED'));
