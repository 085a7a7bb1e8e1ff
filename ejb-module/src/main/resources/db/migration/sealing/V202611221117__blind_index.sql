-- The key of the blind index: one for the installation, sealed like everything else at rest.
CREATE TABLE blind_index_key (
  id integer PRIMARY KEY CHECK (id = 1),
  sealed bytea NOT NULL
);
COMMENT ON TABLE blind_index_key IS 'Without it no sealed value can be found any more; it is never replaced';
