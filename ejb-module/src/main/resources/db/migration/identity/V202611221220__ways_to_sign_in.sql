-- What changes how an account is opened asks for a proof that is fresh.
ALTER TABLE session ADD COLUMN proven_at timestamptz;
COMMENT ON COLUMN session.proven_at IS 'When the person last proved who he is; null: when the session began';

ALTER TABLE one_time_secret DROP CONSTRAINT one_time_secret_purpose_check;
ALTER TABLE one_time_secret ADD CONSTRAINT one_time_secret_purpose_check
  CHECK (purpose IN ('NONCE', 'TICKET', 'REGISTRATION', 'LINK', 'PROOF'));
COMMENT ON COLUMN one_time_secret.subject IS
  'TICKET, LINK, PROOF: session id; REGISTRATION: address; NONCE: empty';

-- A password that was imported keeps its bcrypt hash until its owner signs in.
ALTER TABLE password_credential ADD CONSTRAINT password_credential_hash_check CHECK (
  hash LIKE '$argon2id$%'
  OR hash ~ '^\$2[aby]\$(0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$');
COMMENT ON COLUMN password_credential.hash IS 'Argon2id in PHC string form, or bcrypt as it was imported';

CREATE FUNCTION parley_import_account(username text, bcrypt text)
RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER AS $$
DECLARE
  name text := lower(parley_import_account.username);
  account uuid := gen_random_uuid();
BEGIN
  IF name IS NULL OR name !~ '^[a-z][a-z0-9._-]{2,31}$' THEN
    RAISE EXCEPTION 'not a user name of Parley' USING ERRCODE = 'check_violation';
  END IF;
  IF bcrypt IS NULL OR bcrypt !~ '^\$2[aby]\$(0[4-9]|1[0-5])\$[./A-Za-z0-9]{53}$' THEN
    RAISE EXCEPTION 'not a bcrypt hash' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO account (id, username, created_at) VALUES (account, name, now());
  INSERT INTO password_credential (account_id, hash, changed_at) VALUES (account, bcrypt, now());
  RETURN account;
END
$$;
COMMENT ON FUNCTION parley_import_account IS
  'Makes an account whose password another system has hashed; see docs/operations/README.md';

-- It runs with the rights of the schema's owner: only names of this schema and the system's count.
DO $$
BEGIN
  EXECUTE format(
    'ALTER FUNCTION %I.parley_import_account SET search_path = pg_catalog, %I, pg_temp',
    current_schema(), current_schema());
  EXECUTE format(
    'REVOKE ALL ON FUNCTION %I.parley_import_account FROM PUBLIC', current_schema());
END
$$;
