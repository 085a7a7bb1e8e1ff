-- Where an e-mail address is required, an account is active only after its address was verified.
-- Who was here before is active; and so is whoever is inserted without a word about it.
ALTER TABLE account ADD COLUMN active_at timestamptz DEFAULT now();
UPDATE account SET active_at = created_at;
COMMENT ON COLUMN account.active_at IS
  'Since when the account is active; null: its e-mail address was never verified, where one is required';

CREATE INDEX account_newcomer ON account (created_at) WHERE active_at IS NULL AND deleted_at IS NULL;
