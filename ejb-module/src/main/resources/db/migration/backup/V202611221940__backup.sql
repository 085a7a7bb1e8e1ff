-- The key of an account, the ways in which a new browser gets to it, and the backup of what people
-- read that it opens. The server sees public keys and ciphertext.

CREATE TABLE account_key (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
  since timestamptz NOT NULL
);

CREATE TABLE recovery_method (
  id uuid PRIMARY KEY,
  account uuid NOT NULL REFERENCES account_key (account) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('PASSKEY', 'WALLET', 'KEY')),
  handle text,
  since timestamptz NOT NULL,
  sealed_root bytea NOT NULL,
  CHECK ((handle IS NULL) = (kind = 'KEY'))
);
COMMENT ON COLUMN recovery_method.handle IS
  'Which one it is: the id of the passkey in base64url, the address of the wallet';
CREATE INDEX recovery_method_account ON recovery_method (account, since);
CREATE UNIQUE INDEX recovery_method_one_key ON recovery_method (account) WHERE kind = 'KEY';
CREATE UNIQUE INDEX recovery_method_handle ON recovery_method (account, kind, handle);

-- What an entry says that is encrypted end to end, for one of those who may read it.
CREATE TABLE history_backup (
  seq bigint NOT NULL CHECK (seq > 0),
  account uuid NOT NULL REFERENCES account_key (account) ON DELETE CASCADE,
  conversation uuid NOT NULL REFERENCES conversation (id) ON DELETE CASCADE,
  sealed bytea NOT NULL,
  PRIMARY KEY (account, conversation, seq)
);
-- Ciphertext does not compress: do not try.
ALTER TABLE history_backup ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- When a body is erased, for whatever reason and by whomever, what is backed up of it goes in the
-- same transaction. Whoever adds to the backup of a conversation holds this lock together with
-- others, and looks at the bodies after he has it: so each sees what the other has done.
CREATE FUNCTION parley_erased_from_backup() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('history_backup ' || erased.conversation, 0))
    FROM (SELECT DISTINCT c.id AS conversation
      FROM before_erasure b JOIN after_erasure a USING (stream_kind, stream_owner, seq)
        JOIN conversation c ON c.id = b.stream_owner AND c.kind = 'E2EE'
      WHERE b.stream_kind = 'c' AND b.body IS NOT NULL AND a.body IS NULL ORDER BY c.id) AS erased;
  IF FOUND THEN
    DELETE FROM history_backup h
      USING before_erasure b, after_erasure a, conversation_member m
      WHERE b.stream_kind = 'c' AND b.body IS NOT NULL AND a.body IS NULL
        AND a.stream_kind = b.stream_kind AND a.stream_owner = b.stream_owner AND a.seq = b.seq
        AND m.conversation = b.stream_owner
        AND h.account = m.account AND h.conversation = b.stream_owner AND h.seq = b.seq;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER history_backup_erased AFTER UPDATE ON journal_entry
  REFERENCING OLD TABLE AS before_erasure NEW TABLE AS after_erasure
  FOR EACH STATEMENT EXECUTE FUNCTION parley_erased_from_backup();

DO $$
BEGIN
  EXECUTE format(
    'ALTER FUNCTION %I.parley_erased_from_backup() SET search_path = pg_catalog, %I, pg_temp',
    current_schema(), current_schema());
END
$$;
