-- Keys that seal data at rest, each wrapped by a master key that is not in the database.
CREATE TABLE sealing_data_key (
  id uuid PRIMARY KEY,
  master text NOT NULL,
  wrapped bytea NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON COLUMN sealing_data_key.master IS 'Which master key wrapped it, such as keystore:master';
