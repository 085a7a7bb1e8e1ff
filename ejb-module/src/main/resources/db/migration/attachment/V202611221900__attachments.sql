-- Files that go with messages: what is in the store, or on its way to it. The store has ciphertext, in
-- parts; the key of each is in the message.

CREATE TABLE attachment (
  id uuid PRIMARY KEY,
  conversation uuid NOT NULL,
  account uuid NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  state text NOT NULL CHECK (state IN ('UPLOADING', 'COMPLETE', 'BOUND', 'RELEASED')),
  seq bigint CHECK (seq > 0),
  due timestamptz,
  CHECK ((state = 'BOUND') = (due IS NULL)),
  CHECK (state <> 'BOUND' OR seq IS NOT NULL)
);
COMMENT ON TABLE attachment IS
  'Without foreign keys: a row outlives its conversation and its account until the store is empty of it';
COMMENT ON COLUMN attachment.id IS 'Chosen by the sender';
COMMENT ON COLUMN attachment.bytes IS 'Of the ciphertext';
COMMENT ON COLUMN attachment.seq IS 'The entry of the conversation that it belongs to';
COMMENT ON COLUMN attachment.due IS
  'When what no message names is given up, and when what was given up is removed';

CREATE INDEX attachment_due ON attachment (due) WHERE due IS NOT NULL;
CREATE INDEX attachment_entry ON attachment (conversation, seq) WHERE state = 'BOUND';
CREATE INDEX attachment_account ON attachment (account);

-- What a message took along goes with its body, in the transaction that erases it and whoever does
-- it: its author, its time, or the last member who leaves.
CREATE FUNCTION parley_body_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE attachment SET state = 'RELEASED', due = now()
    WHERE conversation = NEW.stream_owner AND seq = NEW.seq AND state = 'BOUND';
  RETURN NULL;
END
$$;
CREATE TRIGGER attachment_body_erased AFTER UPDATE OF body ON journal_entry FOR EACH ROW
  WHEN (OLD.body IS NOT NULL AND NEW.body IS NULL AND NEW.stream_kind = 'c')
  EXECUTE FUNCTION parley_body_erased();

DO $$
BEGIN
  EXECUTE format(
    'ALTER FUNCTION %I.parley_body_erased() SET search_path = pg_catalog, %I, pg_temp',
    current_schema(), current_schema());
END
$$;
