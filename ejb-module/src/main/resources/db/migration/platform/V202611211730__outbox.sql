-- Jobs that must follow from a commit, written in its transaction and carried to the broker after it.
-- The table is almost always empty: a row lives until the broker has it.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  due timestamptz NOT NULL,
  queue text NOT NULL,
  ordering text,
  body text NOT NULL
);
COMMENT ON COLUMN outbox.due IS 'The broker keeps the job back until then';
COMMENT ON COLUMN outbox.ordering IS 'Jobs of a queue with the same word are carried in the order of their ids';
CREATE INDEX outbox_ordering ON outbox (queue, ordering, id) WHERE ordering IS NOT NULL;
