-- Messages that wait for their time. The row goes in the transaction that appends the message.
CREATE TABLE message_scheduled (
  id uuid PRIMARY KEY,
  send_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  conversation uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  device uuid NOT NULL,
  cid uuid NOT NULL,
  expires_in bigint CHECK (expires_in > 0),
  everybody boolean NOT NULL,
  mentioned uuid[] NOT NULL,
  body bytea NOT NULL,
  UNIQUE (device, cid)
);
COMMENT ON COLUMN message_scheduled.body IS 'UTF-8, always sealed';
COMMENT ON COLUMN message_scheduled.expires_in IS 'Seconds the message lives once it is sent; null when it stays';
CREATE INDEX message_scheduled_due ON message_scheduled (send_at, id);
CREATE INDEX message_scheduled_person ON message_scheduled (account, conversation, send_at, id);
