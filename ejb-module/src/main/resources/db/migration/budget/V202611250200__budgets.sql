-- What was used of monthly budgets, counted by all instances, and what is stored now.

CREATE TABLE budget_use (
  budget text NOT NULL CHECK (budget IN ('rpc', 'mail')),
  month date NOT NULL,
  shard integer NOT NULL CHECK (shard >= 0),
  used bigint NOT NULL CHECK (used >= 0),
  PRIMARY KEY (budget, month, shard)
);
COMMENT ON COLUMN budget_use.month IS 'Its first day, in UTC by the clock of the database';
COMMENT ON COLUMN budget_use.shard IS 'Instances add to different rows, so that they seldom wait for each other';

CREATE TABLE budget_use_own (
  account uuid NOT NULL,
  budget text NOT NULL CHECK (budget IN ('rpc', 'mail')),
  month date NOT NULL,
  used bigint NOT NULL CHECK (used >= 0),
  PRIMARY KEY (account, budget, month)
);
COMMENT ON TABLE budget_use_own IS 'What one person has used, where that is bounded; of this month only';
CREATE INDEX budget_use_own_month ON budget_use_own (month);

CREATE TABLE budget_reached (
  budget text NOT NULL CHECK (budget IN ('rpc', 'mail', 'storage')),
  month date NOT NULL,
  percent integer NOT NULL CHECK (percent BETWEEN 1 AND 100),
  used bigint NOT NULL,
  granted bigint NOT NULL,
  at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (budget, month, percent)
);
COMMENT ON TABLE budget_reached IS 'Of which thresholds operators were told, once in a month';

-- Each change of what is stored is a row of its own, so that nobody waits for another; now and then
-- instances sum them up.
CREATE TABLE budget_storing (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account uuid,
  bytes bigint NOT NULL
);
COMMENT ON COLUMN budget_storing.account IS 'Who has uploaded it; none for pictures of groups';
CREATE INDEX budget_storing_account ON budget_storing (account) WHERE account IS NOT NULL;

CREATE TABLE budget_stored (
  account uuid,
  bytes bigint NOT NULL,
  CONSTRAINT budget_stored_once UNIQUE NULLS NOT DISTINCT (account)
);
COMMENT ON COLUMN budget_stored.account IS 'None for the sum of all';

-- What is about to be removed makes room at once.
CREATE FUNCTION parley_attachment_stored() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before bigint := 0;
  after bigint := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state <> 'RELEASED' THEN
    before := OLD.bytes;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.state <> 'RELEASED' THEN
    after := NEW.bytes;
  END IF;
  IF after <> before THEN
    INSERT INTO budget_storing (account, bytes) VALUES (coalesce(NEW.account, OLD.account), after - before);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER attachment_stored AFTER INSERT OR DELETE OR UPDATE OF state ON attachment
  FOR EACH ROW EXECUTE FUNCTION parley_attachment_stored();

CREATE FUNCTION parley_blob_stored() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before bigint := 0;
  after bigint := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state <> 'RELEASED' THEN
    before := OLD.length;
  END IF;
  IF TG_OP <> 'DELETE' AND NEW.state <> 'RELEASED' THEN
    after := NEW.length;
  END IF;
  IF after <> before THEN
    -- A picture of a group is nobody's own.
    INSERT INTO budget_storing (account, bytes)
      VALUES ((SELECT id FROM account WHERE id = coalesce(NEW.owner, OLD.owner)), after - before);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER media_blob_stored AFTER INSERT OR DELETE OR UPDATE OF state ON media_blob
  FOR EACH ROW EXECUTE FUNCTION parley_blob_stored();

CREATE FUNCTION parley_backup_stored() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO budget_storing (account, bytes)
    SELECT account, CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END * sum(octet_length(sealed))
      FROM changed GROUP BY account;
  RETURN NULL;
END
$$;
CREATE TRIGGER history_backup_stored AFTER INSERT ON history_backup
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION parley_backup_stored();
CREATE TRIGGER history_backup_freed AFTER DELETE ON history_backup
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION parley_backup_stored();

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['parley_attachment_stored', 'parley_blob_stored', 'parley_backup_stored'] LOOP
    EXECUTE format(
      'ALTER FUNCTION %I.%I() SET search_path = pg_catalog, %I, pg_temp',
      current_schema(), name, current_schema());
  END LOOP;
END
$$;

INSERT INTO budget_storing (account, bytes)
  SELECT account, sum(bytes) FROM attachment WHERE state <> 'RELEASED' GROUP BY account;
INSERT INTO budget_storing (account, bytes)
  SELECT a.id, sum(b.length) FROM media_blob b LEFT JOIN account a ON a.id = b.owner
    WHERE b.state <> 'RELEASED' GROUP BY a.id;
INSERT INTO budget_storing (account, bytes)
  SELECT account, sum(octet_length(sealed)) FROM history_backup GROUP BY account;

CREATE VIEW parley_budget AS
  SELECT budget, month, sum(used)::bigint AS used FROM budget_use GROUP BY budget, month
  UNION ALL
  SELECT 'storage', date_trunc('month', now() AT TIME ZONE 'UTC')::date,
    ((SELECT coalesce(sum(bytes), 0) FROM budget_stored WHERE account IS NULL)
      + (SELECT coalesce(sum(bytes), 0) FROM budget_storing))::bigint;
COMMENT ON VIEW parley_budget IS
  'For operators: calls of nodes and mails of each month, and the bytes that are stored now';
