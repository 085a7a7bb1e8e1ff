-- The delivery service of conversations that are encrypted end to end (RFC 9420, RFC 9750).

-- The key with which a device signs; it is there until somebody ends the session on the device, or the
-- device was not there for so long that its KeyPackages have expired.
CREATE TABLE device_key (
  device uuid PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  signature_key bytea NOT NULL CHECK (octet_length(signature_key) = 32),
  registered_at timestamptz NOT NULL
);
CREATE INDEX device_key_account ON device_key (account, registered_at);

-- KeyPackages that wait to be claimed, each once; the one of last resort stays.
CREATE TABLE key_package (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  device uuid NOT NULL REFERENCES device_key (device) ON DELETE CASCADE,
  last_resort boolean NOT NULL,
  expires_at timestamptz NOT NULL,
  content bytea NOT NULL
);
COMMENT ON COLUMN key_package.hash IS 'SHA-256 of the content';
COMMENT ON COLUMN key_package.content IS 'MLSMessage';
CREATE INDEX key_package_next ON key_package (device, expires_at, hash) WHERE NOT last_resort;
CREATE UNIQUE INDEX key_package_last_resort ON key_package (device) WHERE last_resort;
CREATE INDEX key_package_expires ON key_package (expires_at);

-- The newest epoch of a group; there is no row before its first commit. Changed by whoever holds the
-- counter of the conversation's stream, but for the column stale.
CREATE TABLE mls_group (
  conversation uuid PRIMARY KEY REFERENCES conversation (id) ON DELETE CASCADE,
  epoch bigint NOT NULL CHECK (epoch > 0),
  stale boolean NOT NULL,
  group_info bytea NOT NULL
) WITH (fillfactor = 70);
COMMENT ON COLUMN mls_group.stale IS
  'Whether a member has gone or a key has changed since the last commit: the leaves are to be looked at';
COMMENT ON COLUMN mls_group.group_info IS 'MLSMessage with the tree, for external commits';
ALTER TABLE mls_group ALTER COLUMN group_info SET STORAGE EXTERNAL;

-- The leaves of the tree of that epoch: who can read.
CREATE TABLE mls_leaf (
  conversation uuid NOT NULL REFERENCES mls_group (conversation) ON DELETE CASCADE,
  leaf integer NOT NULL CHECK (leaf >= 0),
  account uuid NOT NULL,
  device uuid NOT NULL,
  signature_key bytea NOT NULL CHECK (octet_length(signature_key) = 32),
  PRIMARY KEY (conversation, leaf),
  UNIQUE (device, conversation)
);

-- Welcomes that devices have not used yet: of each group the newest. One Welcome may be for many.
CREATE TABLE mls_welcome (
  id uuid PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES mls_group (conversation) ON DELETE CASCADE,
  epoch bigint NOT NULL CHECK (epoch > 0),
  made_at timestamptz NOT NULL,
  content bytea NOT NULL
);
COMMENT ON COLUMN mls_welcome.content IS 'MLSMessage';
CREATE INDEX mls_welcome_made ON mls_welcome (made_at);
CREATE INDEX mls_welcome_conversation ON mls_welcome (conversation);
CREATE TABLE mls_welcome_device (
  device uuid NOT NULL REFERENCES device_key (device) ON DELETE CASCADE,
  conversation uuid NOT NULL,
  welcome uuid NOT NULL REFERENCES mls_welcome (id) ON DELETE CASCADE,
  PRIMARY KEY (device, conversation)
);
CREATE INDEX mls_welcome_device_welcome ON mls_welcome_device (welcome);

-- What makes a tree stale marks its group, in the transaction that does it and whoever does it: so
-- that no message is written behind it to somebody who should not hear. A commit holds the counter
-- of the stream, as does whoever ends a membership; and it locks the keys of all leaves before it
-- writes them, as does whoever changes one: so each sees what the other has done.
CREATE FUNCTION parley_member_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE mls_group SET stale = true WHERE conversation = NEW.conversation AND NOT stale;
  RETURN NULL;
END
$$;
CREATE TRIGGER mls_member_gone AFTER UPDATE OF left_seq ON conversation_member FOR EACH ROW
  WHEN (OLD.left_seq IS NULL AND NEW.left_seq IS NOT NULL) EXECUTE FUNCTION parley_member_gone();

CREATE FUNCTION parley_device_key_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE mls_group g SET stale = true FROM (
      SELECT h.conversation FROM mls_group h JOIN mls_leaf l ON l.conversation = h.conversation
        WHERE l.device = OLD.device ORDER BY h.conversation FOR NO KEY UPDATE OF h) AS held
    WHERE g.conversation = held.conversation AND NOT g.stale;
  RETURN NULL;
END
$$;
CREATE TRIGGER mls_device_key_changed AFTER UPDATE OF signature_key OR DELETE ON device_key
  FOR EACH ROW EXECUTE FUNCTION parley_device_key_changed();

-- Whoever ends the session on a device takes its key: what is written from now on is not for it. A
-- session that only expires leaves the key, so that whoever comes back reads what came meanwhile. An
-- older session of the same device, which may have expired unseen, says nothing.
CREATE FUNCTION parley_session_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM device_key k WHERE k.device = OLD.device_id AND NOT EXISTS (
    SELECT FROM session s WHERE s.device_id = OLD.device_id AND s.ended_at IS NULL
      AND s.created_at > OLD.created_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER mls_session_ended AFTER UPDATE OF ended_at ON session FOR EACH ROW
  WHEN (OLD.ended_at IS NULL AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION parley_session_over();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY
    ARRAY['parley_member_gone', 'parley_device_key_changed', 'parley_session_over']
  LOOP
    EXECUTE format(
      'ALTER FUNCTION %I.%I() SET search_path = pg_catalog, %I, pg_temp',
      current_schema(), name, current_schema());
  END LOOP;
END
$$;
