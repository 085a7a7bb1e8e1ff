-- What is in the store of uploads, whose it is, and whether something names it.

CREATE TABLE media_blob (
  media uuid NOT NULL,
  edge integer NOT NULL CHECK (edge > 0),
  owner uuid NOT NULL,
  type text NOT NULL,
  length integer NOT NULL CHECK (length > 0),
  sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
  state text NOT NULL CHECK (state IN ('WRITING', 'KEPT', 'RELEASED')),
  since timestamptz NOT NULL,
  PRIMARY KEY (media, edge)
);
COMMENT ON COLUMN media_blob.media IS 'One name for all sizes of what was uploaded';
COMMENT ON COLUMN media_blob.owner IS 'The account that uploaded it; accounts come later';
COMMENT ON COLUMN media_blob.state IS
  'WRITING until something names it, RELEASED when nothing does any more; both are swept away';

CREATE INDEX media_blob_owner ON media_blob (owner);
CREATE INDEX media_blob_unnamed ON media_blob (since) WHERE state <> 'KEPT';
