-- When people were last seen: one row for each, written at most once a minute.
CREATE TABLE account_last_seen (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  at timestamptz NOT NULL
) WITH (fillfactor = 70);
