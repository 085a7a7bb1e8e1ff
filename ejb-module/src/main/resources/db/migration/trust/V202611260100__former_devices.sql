-- Keys of devices that sign no more: what they wrote is read later by browsers that never heard of
-- them. What their accounts said of them goes along, so that nobody has to be believed without it.
CREATE TABLE former_device (
  device uuid PRIMARY KEY,
  account uuid NOT NULL,
  signature_key bytea NOT NULL CHECK (octet_length(signature_key) = 32),
  account_key bytea CHECK (octet_length(account_key) = 32),
  stated_at bigint CHECK (stated_at > 0),
  signature bytea CHECK (octet_length(signature) = 64),
  gone_at timestamptz NOT NULL,
  CHECK (num_nulls(account_key, stated_at, signature) IN (0, 3))
);
CREATE INDEX former_device_account ON former_device (account);
CREATE INDEX former_device_gone ON former_device (gone_at);

-- Before the key goes, because its statement goes with it. No foreign key: an account may be going.
CREATE FUNCTION parley_device_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO former_device AS f
      (device, account, signature_key, account_key, stated_at, signature, gone_at)
    SELECT OLD.device, OLD.account, OLD.signature_key, s.account_key, s.stated_at, s.signature,
        clock_timestamp()
      FROM (VALUES (1)) AS one LEFT JOIN device_statement s
        ON s.device = OLD.device AND s.signature_key = OLD.signature_key
    ON CONFLICT (device) DO UPDATE
      SET signature_key = excluded.signature_key, account_key = excluded.account_key,
        stated_at = excluded.stated_at, signature = excluded.signature, gone_at = excluded.gone_at
      WHERE f.account = excluded.account;
  RETURN OLD;
END
$$;
CREATE TRIGGER former_device_gone BEFORE DELETE ON device_key
  FOR EACH ROW EXECUTE FUNCTION parley_device_gone();

DO $$
BEGIN
  EXECUTE format(
    'ALTER FUNCTION %I.parley_device_gone() SET search_path = pg_catalog, %I, pg_temp',
    current_schema(), current_schema());
END
$$;
