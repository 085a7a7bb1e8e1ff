-- Entries that a writer other than Parley appended, until an instance has done for them what it does
-- for its own: sealed their bodies. Almost always empty.
CREATE TABLE journal_adoption (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  seq bigint NOT NULL,
  stream_owner uuid NOT NULL,
  stream_kind "char" NOT NULL
);
