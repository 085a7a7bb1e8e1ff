-- What addresses and accounts have used of their quotas, counted over all instances (Bucket4j).
-- Not logged: a crash of the database forgets it, and counting waits for no disk.
CREATE UNLOGGED TABLE quota_bucket (
  id bytea PRIMARY KEY CHECK (octet_length(id) = 32),
  state bytea,
  expires_at bigint
);
COMMENT ON COLUMN quota_bucket.id IS 'Keyed hash of what is counted and of whom';
COMMENT ON COLUMN quota_bucket.expires_at IS 'When it is full again, in milliseconds since 1970';
CREATE INDEX quota_bucket_expires ON quota_bucket (expires_at);
