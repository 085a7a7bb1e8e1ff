-- Whom to call who is away, where, and about which conversations.

-- Where a device is reached: an address of a push service of the browser's choice (RFC 8030).
CREATE TABLE push_subscription (
  device uuid PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  since timestamptz NOT NULL,
  endpoint text NOT NULL CHECK (length(endpoint) <= 2048),
  endpoint_hash bytea NOT NULL UNIQUE CHECK (octet_length(endpoint_hash) = 32),
  p256dh bytea NOT NULL CHECK (octet_length(p256dh) = 65),
  auth bytea NOT NULL CHECK (octet_length(auth) = 16)
);
COMMENT ON COLUMN push_subscription.endpoint IS 'Whoever knows it and has our key can call the device';
COMMENT ON COLUMN push_subscription.endpoint_hash IS 'SHA-256: a browser belongs to the device that came last';
COMMENT ON COLUMN push_subscription.p256dh IS 'Public key of the device, an uncompressed point on P-256 (RFC 8291)';
COMMENT ON COLUMN push_subscription.auth IS 'Authentication secret of the device (RFC 8291)';
CREATE INDEX push_subscription_account ON push_subscription (account, since);

-- What a member wants to hear of a conversation; no row: everything.
CREATE TABLE notification_setting (
  conversation uuid NOT NULL,
  account uuid NOT NULL,
  level text NOT NULL CHECK (level IN ('ALL', 'MENTIONS', 'NONE')),
  muted_until timestamptz,
  PRIMARY KEY (conversation, account),
  FOREIGN KEY (conversation, account) REFERENCES conversation_member (conversation, account)
    ON DELETE CASCADE
);
CREATE INDEX notification_setting_account ON notification_setting (account);

-- Up to which entry a member has been called, so that a repeated job calls nobody twice.
CREATE TABLE notification_call (
  seq bigint NOT NULL CHECK (seq > 0),
  conversation uuid NOT NULL,
  account uuid NOT NULL,
  PRIMARY KEY (conversation, account),
  FOREIGN KEY (conversation, account) REFERENCES conversation_member (conversation, account)
    ON DELETE CASCADE
) WITH (fillfactor = 50);

-- Messages that are worth no call, such as reactions: in the log they look like any other, and jobs
-- are about all messages of a moment.
CREATE TABLE notification_quiet (
  seq bigint NOT NULL CHECK (seq > 0),
  at timestamptz NOT NULL,
  conversation uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  PRIMARY KEY (conversation, seq)
);
COMMENT ON TABLE notification_quiet IS 'Rows go when a later job of the conversation is done';

-- What other writers append with parley_append calls people, too. The job is the one of the class
-- PushJob, and waits as long.
CREATE FUNCTION notification_follow_adoption() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO outbox (due, queue, body)
    SELECT e.at + interval '5 seconds', 'parley.push',
        concat_ws(' ', '1', 'news', e.stream_owner, e.seq,
          (extract(epoch FROM e.at) * 1000)::bigint, '-')
      FROM journal_entry e
      WHERE e.stream_kind = NEW.stream_kind AND e.stream_owner = NEW.stream_owner
        AND e.seq = NEW.seq AND e.stream_kind = 'c' AND e.kind = 'message'
        AND EXISTS (
          SELECT FROM conversation_member m
            WHERE m.conversation = e.stream_owner AND m.left_seq IS NULL
              AND m.account IS DISTINCT FROM e.by_account
              AND EXISTS (SELECT FROM push_subscription p WHERE p.account = m.account));
  RETURN NULL;
END
$$;
CREATE TRIGGER notification_follow_adoption AFTER INSERT ON journal_adoption
  FOR EACH ROW EXECUTE FUNCTION notification_follow_adoption();
