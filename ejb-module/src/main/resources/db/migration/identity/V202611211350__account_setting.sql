-- What people choose for their whole account; who chose nothing has no row.
CREATE TABLE account_setting (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  read_receipts text NOT NULL CHECK (read_receipts IN ('EVERYONE', 'NOBODY')),
  last_seen text NOT NULL CHECK (last_seen IN ('EVERYONE', 'NOBODY'))
);
COMMENT ON COLUMN account_setting.read_receipts IS 'Who is told what the person has read';
COMMENT ON COLUMN account_setting.last_seen IS 'Who is told whether and when the person is there';
