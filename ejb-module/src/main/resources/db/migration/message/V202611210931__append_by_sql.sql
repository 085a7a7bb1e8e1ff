-- How other writers put messages into conversations: docs/protocol/sql.md. Whoever may call these
-- functions may write in anybody's name, so nobody may until the operator says so.

-- Appends a message as the writer of the log does: the counter row is locked, the entry gets the next
-- number and the next link of the hash chain, and both are visible with the caller's commit.
CREATE FUNCTION parley_append(
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
  -- Asked behind the lock: who leaves or is removed appends to the same stream.
  IF parley_append.account IS NOT NULL AND NOT EXISTS (
    SELECT FROM conversation_member m
      WHERE m.conversation = parley_append.conversation AND m.account = parley_append.account
  ) THEN
    RAISE EXCEPTION 'the account is no member of the conversation'
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
COMMENT ON FUNCTION parley_append IS 'Appends a message with this very body; see docs/protocol/sql.md';

-- Appends a text as our clients write it, with a salt.
CREATE FUNCTION parley_send(
  conversation uuid,
  account uuid,
  message text,
  writer uuid DEFAULT NULL,
  key uuid DEFAULT NULL,
  OUT seq bigint,
  OUT at timestamptz,
  OUT duplicate boolean
) LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  IF parley_send.message IS NULL OR parley_send.message !~ '\S' THEN
    RAISE EXCEPTION 'a message cannot be empty' USING ERRCODE = 'check_violation';
  END IF;
  SELECT a.seq, a.at, a.duplicate INTO seq, at, duplicate FROM parley_append(
    parley_send.conversation,
    parley_send.account,
    json_build_object(
      'type', 'text',
      'text', parley_send.message,
      'salt', translate(
        rtrim(encode(uuid_send(gen_random_uuid()), 'base64'), '='), '+/', '-_'))::text,
    parley_send.writer,
    parley_send.key) a;
END
$$;
COMMENT ON FUNCTION parley_send IS 'Appends a text message; see docs/protocol/sql.md';

-- They run with the rights of the schema's owner: only names of this schema and the system's count.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['parley_append', 'parley_send'] LOOP
    EXECUTE format(
      'ALTER FUNCTION %I.%I SET search_path = pg_catalog, %I, pg_temp',
      current_schema(), name, current_schema());
    EXECUTE format('REVOKE ALL ON FUNCTION %I.%I FROM PUBLIC', current_schema(), name);
  END LOOP;
END
$$;
