-- 100,000 messages in one direct conversation, its two members in turn; in short transactions, as each leaves one
-- old version of the counter row for every message.
SELECT set_config('bench.conversation', :'conversation', false), set_config('bench.body', :'body', false);
DO $$
DECLARE
  conversation uuid := current_setting('bench.conversation');
  accounts uuid[];
BEGIN
  SELECT array_agg(m.account ORDER BY m.account) INTO accounts
    FROM conversation_member m WHERE m.conversation = current_setting('bench.conversation')::uuid;
  FOR n IN 1..100000 LOOP
    PERFORM parley_append(conversation, accounts[1 + n % 2], current_setting('bench.body'));
    IF n % 50 = 0 THEN
      COMMIT;
    END IF;
  END LOOP;
END
$$;
