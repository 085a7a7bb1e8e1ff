-- Deleted accounts: in a conversation of two nobody writes whose partner is no more.
CREATE OR REPLACE FUNCTION parley_append(
  conversation uuid,
  account uuid,
  body text,
  writer uuid DEFAULT NULL,
  key uuid DEFAULT NULL,
  OUT seq bigint,
  OUT at timestamptz,
  OUT duplicate boolean
) LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  bytes bytea := convert_to(parley_append.body, 'UTF8');
  head bigint;
  link bytea;
BEGIN
  IF bytes IS NULL OR octet_length(bytes) NOT BETWEEN 1 AND 65536 THEN
    RAISE EXCEPTION 'a message has 1 to 65536 bytes' USING ERRCODE = 'check_violation';
  END IF;
  IF (parley_append.writer IS NULL) <> (parley_append.key IS NULL) THEN
    RAISE EXCEPTION 'an idempotency key belongs to a writer'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;
  IF EXISTS (SELECT FROM device d WHERE d.id = parley_append.writer) THEN
    RAISE EXCEPTION 'the writer is the device of a person'
      USING ERRCODE = 'invalid_parameter_value';
  END IF;

  -- Until the caller's transaction ends, nobody else writes to this conversation.
  PERFORM set_config('lock_timeout', '10s', true);
  PERFORM set_config('idle_in_transaction_session_timeout', '10s', true);
  SELECT s.head, s.head_hash INTO head, link FROM journal_stream s
    JOIN conversation c ON c.id = s.owner
    WHERE s.kind = 'c' AND s.owner = parley_append.conversation AND c.kind = 'SEALED'
    FOR NO KEY UPDATE OF s;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no sealed conversation %', parley_append.conversation
      USING ERRCODE = 'no_data_found';
  END IF;

  IF parley_append.key IS NOT NULL THEN
    SELECT e.seq, e.at INTO seq, at FROM journal_entry e
      WHERE e.device = parley_append.writer AND e.cid = parley_append.key;
    IF FOUND THEN
      duplicate := true;
      RETURN;
    END IF;
  END IF;
  -- Asked behind the lock: what changes the answers appends to the same stream.
  IF EXISTS (SELECT FROM conversation_group g
    WHERE g.conversation = parley_append.conversation AND g.deleted_seq IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'there is no sealed conversation %', parley_append.conversation
      USING ERRCODE = 'no_data_found';
  END IF;
  IF parley_append.account IS NOT NULL AND NOT EXISTS (
    SELECT FROM conversation_member m
      LEFT JOIN conversation_group g ON g.conversation = m.conversation
      WHERE m.conversation = parley_append.conversation AND m.account = parley_append.account
        AND m.left_seq IS NULL
        AND (g.posting IS NULL OR g.posting = 'MEMBERS' OR m.role <> 'MEMBER')
        AND (g.conversation IS NOT NULL OR NOT EXISTS (
          SELECT FROM conversation_member o JOIN account_block b
            ON (b.account = m.account AND b.blocked = o.account)
              OR (b.account = o.account AND b.blocked = m.account)
            WHERE o.conversation = m.conversation AND o.account <> m.account))
        AND (g.conversation IS NOT NULL OR NOT EXISTS (
          SELECT FROM conversation_member o
            WHERE o.conversation = m.conversation AND o.left_seq IS NOT NULL))
  ) THEN
    RAISE EXCEPTION 'the account is no member of the conversation, or may not write there'
      USING ERRCODE = 'insufficient_privilege';
  END IF;

  seq := head + 1;
  at := date_trunc('milliseconds', clock_timestamp());
  duplicate := false;
  -- The same bytes as in EntryHash.
  link := sha256(link || convert_to('c/' || parley_append.conversation, 'UTF8') || int8send(seq)
    || convert_to('message', 'UTF8') || '\x00'::bytea || bytes);
  INSERT INTO journal_entry
    (stream_kind, stream_owner, seq, kind, at, by_account, device, cid, hash, body, sealed)
    VALUES ('c', parley_append.conversation, parley_append.seq, 'message', parley_append.at,
      parley_append.account, parley_append.writer, parley_append.key, link, bytes, false);
  UPDATE journal_stream s SET head = parley_append.seq, head_hash = link
    WHERE s.kind = 'c' AND s.owner = parley_append.conversation;
  INSERT INTO journal_adoption (stream_kind, stream_owner, seq)
    VALUES ('c', parley_append.conversation, parley_append.seq);
  -- Sent with the commit, and heard by every instance.
  PERFORM pg_notify('parley_appended', parley_append.conversation::text);
END
$$;

DO $$
BEGIN
  EXECUTE format(
    'ALTER FUNCTION %I.parley_append SET search_path = pg_catalog, %I, pg_temp',
    current_schema(), current_schema());
END
$$;
