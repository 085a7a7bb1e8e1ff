-- How far each member has come: one row per member, never one per message.
CREATE TABLE message_watermark (
  delivered bigint NOT NULL CHECK (delivered >= read),
  read bigint NOT NULL CHECK (read >= 0),
  conversation uuid NOT NULL,
  account uuid NOT NULL,
  PRIMARY KEY (conversation, account),
  FOREIGN KEY (conversation, account) REFERENCES conversation_member (conversation, account)
    ON DELETE CASCADE
) WITH (fillfactor = 50);
COMMENT ON COLUMN message_watermark.delivered IS 'Highest seq stored by one of the member''s devices';
COMMENT ON COLUMN message_watermark.read IS 'Highest seq the member has seen';
