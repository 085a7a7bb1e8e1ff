-- Commits that are too large for the log, whose entry holds their hash in the place of them (a claim
-- check). They go with their group, when everybody has left it.
CREATE TABLE mls_commit (
  conversation uuid NOT NULL REFERENCES mls_group (conversation) ON DELETE CASCADE,
  seq bigint NOT NULL CHECK (seq > 0),
  content bytea NOT NULL,
  PRIMARY KEY (conversation, seq)
);
COMMENT ON COLUMN mls_commit.seq IS 'The place of its entry in the stream of the conversation';
COMMENT ON COLUMN mls_commit.content IS 'MLSMessage';
ALTER TABLE mls_commit ALTER COLUMN content SET STORAGE EXTERNAL;
