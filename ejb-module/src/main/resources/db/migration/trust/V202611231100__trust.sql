-- Who is who: what accounts say of their devices, what wallets say of accounts, and the log in which
-- all of it stands for everybody to check.

-- A device with the key that it signs with, signed by the key of its account.
CREATE TABLE device_statement (
  device uuid PRIMARY KEY REFERENCES device_key (device) ON DELETE CASCADE,
  account uuid NOT NULL REFERENCES account_key (account) ON DELETE CASCADE,
  signature_key bytea NOT NULL CHECK (octet_length(signature_key) = 32),
  account_key bytea NOT NULL CHECK (octet_length(account_key) = 32),
  stated_at bigint NOT NULL CHECK (stated_at > 0),
  signature bytea NOT NULL CHECK (octet_length(signature) = 64)
);
COMMENT ON COLUMN device_statement.stated_at IS 'Milliseconds since 1970, as they were signed';
CREATE INDEX device_statement_account ON device_statement (account);

-- A wallet that vouches for the key of an account (EIP-712).
CREATE TABLE wallet_binding (
  account uuid PRIMARY KEY REFERENCES account_key (account) ON DELETE CASCADE,
  wallet text NOT NULL,
  chain bigint NOT NULL CHECK (chain > 0),
  account_key bytea NOT NULL CHECK (octet_length(account_key) = 32),
  signature bytea NOT NULL,
  bound_at timestamptz NOT NULL
);

-- Whom a person has verified, sealed under the root of the account.
CREATE TABLE verified_people (
  account uuid PRIMARY KEY REFERENCES account_key (account) ON DELETE CASCADE,
  version bigint NOT NULL CHECK (version > 0),
  sealed bytea NOT NULL
);

-- The log: one leaf for each fact. Written in the transaction of the fact; its place in the tree is
-- given a moment later, so that no fact waits for another. What a leaf says can be erased; the leaf
-- itself stays.
CREATE TABLE key_log_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place bigint UNIQUE CHECK (place >= 0),
  leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
  account uuid,
  salt bytea,
  content text
);
COMMENT ON COLUMN key_log_entry.leaf IS
  'SHA-256 of 0x00 and the SHA-256 of salt and content (RFC 9162, section 2.1.1)';
CREATE INDEX key_log_entry_account ON key_log_entry (account, id) WHERE account IS NOT NULL;
CREATE INDEX key_log_entry_waits ON key_log_entry (id) WHERE place IS NULL;

-- The hashes of all subtrees that are complete: of 2^level leaves, from the place index * 2^level.
CREATE TABLE key_log_node (
  level smallint NOT NULL CHECK (level >= 0),
  index bigint NOT NULL CHECK (index >= 0),
  hash bytea NOT NULL CHECK (octet_length(hash) = 32),
  PRIMARY KEY (level, index)
);

-- One row: whoever gives places holds it.
CREATE TABLE key_log (
  id smallint PRIMARY KEY CHECK (id = 1),
  origin text NOT NULL,
  size bigint NOT NULL CHECK (size >= 0)
);
COMMENT ON COLUMN key_log.origin IS 'What the log is called, for ever';
INSERT INTO key_log (id, origin, size) VALUES (1, 'parley-key-log/' || gen_random_uuid(), 0);

-- The keys that sign checkpoints; each is made by the first instance that needs it.
CREATE TABLE key_log_key (
  generation integer PRIMARY KEY CHECK (generation > 0),
  public_key bytea NOT NULL CHECK (octet_length(public_key) = 32),
  sealed bytea NOT NULL
);

CREATE TABLE key_log_checkpoint (
  size bigint PRIMARY KEY CHECK (size > 0),
  note text NOT NULL
);

-- The facts are written by triggers, whoever causes them.
CREATE FUNCTION parley_key_log(kind text, subject uuid, said text[]) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  salt bytea := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  content text :=
    array_to_string(ARRAY['Parley key log 1', kind, subject::text] || said, chr(10));
BEGIN
  INSERT INTO key_log_entry (leaf, account, salt, content)
    VALUES (sha256('\x00'::bytea || sha256(salt || convert_to(content, 'UTF8'))), subject, salt, content);
END
$$;

CREATE FUNCTION parley_base64url(bytes bytea) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT translate(encode(bytes, 'base64'), '+/=' || chr(10), '-_')
$$;

CREATE FUNCTION parley_millis(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT floor(extract(epoch FROM at) * 1000)::bigint::text
$$;

-- What was said under another key of the account says nothing any more.
CREATE FUNCTION parley_account_key_logged() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM parley_key_log('account-key', NEW.account,
    ARRAY[parley_base64url(NEW.public_key), parley_millis(NEW.since)]);
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM device_statement WHERE account = NEW.account;
    DELETE FROM wallet_binding WHERE account = NEW.account;
    DELETE FROM verified_people WHERE account = NEW.account;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER key_log_account_key_made AFTER INSERT ON account_key
  FOR EACH ROW EXECUTE FUNCTION parley_account_key_logged();
CREATE TRIGGER key_log_account_key_replaced AFTER UPDATE OF public_key ON account_key FOR EACH ROW
  WHEN (OLD.public_key <> NEW.public_key) EXECUTE FUNCTION parley_account_key_logged();

CREATE FUNCTION parley_device_stated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    PERFORM parley_key_log('device-gone', OLD.account,
      ARRAY[OLD.device::text, parley_base64url(OLD.signature_key), parley_millis(now())]);
  END IF;
  IF TG_OP IN ('UPDATE', 'INSERT') THEN
    PERFORM parley_key_log('device', NEW.account,
      ARRAY[NEW.device::text, parley_base64url(NEW.signature_key), parley_base64url(NEW.account_key),
        NEW.stated_at::text, parley_base64url(NEW.signature)]);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER key_log_device_stated AFTER INSERT OR UPDATE OR DELETE ON device_statement
  FOR EACH ROW EXECUTE FUNCTION parley_device_stated();

CREATE FUNCTION parley_wallet_bound() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP IN ('UPDATE', 'DELETE') THEN
    PERFORM parley_key_log('wallet-gone', OLD.account, ARRAY[OLD.wallet, parley_millis(now())]);
  END IF;
  IF TG_OP IN ('UPDATE', 'INSERT') THEN
    PERFORM parley_key_log('wallet', NEW.account,
      ARRAY[NEW.wallet, parley_base64url(NEW.account_key), parley_millis(NEW.bound_at), NEW.chain::text,
        convert_from(NEW.signature, 'UTF8')]);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER key_log_wallet_bound AFTER INSERT OR UPDATE OR DELETE ON wallet_binding
  FOR EACH ROW EXECUTE FUNCTION parley_wallet_bound();

-- A statement is about one key: with another one it is gone.
CREATE FUNCTION parley_statement_outlived() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM device_statement WHERE device = NEW.device;
  RETURN NULL;
END
$$;
CREATE TRIGGER device_statement_outlived AFTER UPDATE OF signature_key ON device_key FOR EACH ROW
  WHEN (OLD.signature_key <> NEW.signature_key) EXECUTE FUNCTION parley_statement_outlived();

-- Who unlinks a wallet does not want it to speak for the account.
CREATE FUNCTION parley_wallet_unlinked() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM wallet_binding WHERE account = OLD.account_id AND wallet = OLD.address;
  RETURN NULL;
END
$$;
CREATE TRIGGER wallet_binding_unlinked AFTER DELETE ON wallet_credential
  FOR EACH ROW EXECUTE FUNCTION parley_wallet_unlinked();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY
    ARRAY['parley_key_log(text, uuid, text[])', 'parley_base64url(bytea)',
      'parley_millis(timestamptz)', 'parley_account_key_logged()', 'parley_device_stated()',
      'parley_wallet_bound()', 'parley_wallet_unlinked()', 'parley_statement_outlived()']
  LOOP
    EXECUTE format(
      'ALTER FUNCTION %I.%s SET search_path = pg_catalog, %I, pg_temp',
      current_schema(), name, current_schema());
  END LOOP;
END
$$;

-- Keys that were registered before there was a log.
SELECT parley_key_log('account-key', account, ARRAY[parley_base64url(public_key), parley_millis(since)])
  FROM account_key ORDER BY since, account;
