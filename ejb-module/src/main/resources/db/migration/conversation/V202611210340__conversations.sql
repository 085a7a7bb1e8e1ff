-- Conversations and who belongs to them. Their messages are in the log, stream c/<id>.

CREATE TABLE conversation (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('SEALED')),
  created_at timestamptz NOT NULL,
  direct_low uuid REFERENCES account (id),
  direct_high uuid REFERENCES account (id),
  CHECK ((direct_low IS NULL) = (direct_high IS NULL)),
  CHECK (direct_low < direct_high)
);
COMMENT ON COLUMN conversation.direct_low IS 'The two of a direct conversation, the lower id first';

-- Two people have one direct conversation of a kind, however often and from wherever they open it.
CREATE UNIQUE INDEX conversation_direct ON conversation (direct_low, direct_high, kind);

CREATE TABLE conversation_member (
  conversation uuid NOT NULL REFERENCES conversation (id),
  account uuid NOT NULL REFERENCES account (id),
  joined_seq bigint NOT NULL CHECK (joined_seq > 0),
  PRIMARY KEY (conversation, account)
);
COMMENT ON COLUMN conversation_member.joined_seq IS 'The first entry of the stream the member may read';
CREATE INDEX conversation_member_account ON conversation_member (account, conversation);
