-- The log: one append-only stream per conversation (c), user (u) and device (d).

-- Which log this is. A restored backup is another log: whoever restores one gives it a new id.
CREATE TABLE journal_generation (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  id uuid NOT NULL,
  since timestamptz NOT NULL
);
INSERT INTO journal_generation (id, since) VALUES (gen_random_uuid(), now());

-- The counter row of a stream: locked by whoever appends, so that seq has no gaps and equals the
-- order of commits. Updated with every commit, hence the free space for updates in place.
CREATE TABLE journal_stream (
  head bigint NOT NULL DEFAULT 0 CHECK (head >= 0),
  owner uuid NOT NULL,
  kind "char" NOT NULL CHECK (kind IN ('c', 'd', 'u')),
  sealed boolean NOT NULL,
  head_hash bytea NOT NULL CHECK (octet_length(head_hash) = 32),
  PRIMARY KEY (kind, owner)
) WITH (fillfactor = 50);
COMMENT ON COLUMN journal_stream.sealed IS 'Whether bodies of new entries are sealed at rest';
COMMENT ON COLUMN journal_stream.head IS 'seq of the newest entry; 0 before the first';

-- Without a foreign key to the counter row: the writer holds that row locked, and a check per
-- row would cost more than the insert.
CREATE TABLE journal_entry (
  seq bigint NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  stream_owner uuid NOT NULL,
  by_account uuid,
  device uuid,
  cid uuid,
  stream_kind "char" NOT NULL,
  sealed boolean NOT NULL,
  kind text NOT NULL,
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  body bytea,
  PRIMARY KEY (stream_kind, stream_owner, seq),
  CHECK ((device IS NULL) = (cid IS NULL))
);
COMMENT ON COLUMN journal_entry.body IS 'UTF-8, sealed when the column sealed says so; null once erased';
COMMENT ON COLUMN journal_entry.at IS 'For display; order is seq';

-- One entry per idempotency key of a device, whatever the node and the stream.
CREATE UNIQUE INDEX journal_entry_idempotency ON journal_entry (device, cid) WHERE cid IS NOT NULL;

-- Ciphertext does not compress: do not try.
ALTER TABLE journal_entry ALTER COLUMN body SET STORAGE EXTERNAL;
