-- Interests, and who has them.

CREATE TABLE interest_category (
  id text PRIMARY KEY,
  position integer NOT NULL UNIQUE,
  name text NOT NULL
);

CREATE TABLE interest (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  holders integer NOT NULL DEFAULT 0 CHECK (holders >= 0),
  maker uuid REFERENCES account (id) ON DELETE CASCADE,
  category text NOT NULL REFERENCES interest_category (id),
  name text NOT NULL CHECK (char_length(name) BETWEEN 2 AND 40),
  state text NOT NULL CHECK (state IN ('APPROVED', 'PENDING')),
  CHECK ((state = 'PENDING') = (maker IS NOT NULL))
) WITH (fillfactor = 50);
COMMENT ON COLUMN interest.state IS 'PENDING: only its maker sees it, until a moderator approves it';
COMMENT ON COLUMN interest.maker IS 'Forgotten when the interest is approved';
COMMENT ON COLUMN interest.holders IS 'How many people have it; kept by a trigger of account_interest';
CREATE UNIQUE INDEX interest_approved ON interest (lower(name)) WHERE state = 'APPROVED';
CREATE UNIQUE INDEX interest_pending ON interest (maker, lower(name)) WHERE state = 'PENDING';

-- One row for each interest of a person: the truth about who has which.
CREATE TABLE account_interest (
  id bigint GENERATED ALWAYS AS IDENTITY,
  account uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  interest integer NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  PRIMARY KEY (account, interest) INCLUDE (id)
);
COMMENT ON COLUMN account_interest.id IS 'In the order of choosing, so that pages can leave out what came later';
-- Gives those who chose an interest last without touching the table.
CREATE INDEX account_interest_latest ON account_interest (interest, id DESC) INCLUDE (account);

-- Counters are locked in the order of their ids, and who changes interests does the same before.
CREATE FUNCTION interest_count_holders() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM interest WHERE id IN (SELECT c.interest FROM changed c) ORDER BY id FOR NO KEY UPDATE;
  UPDATE interest i
    SET holders = i.holders + CASE TG_OP WHEN 'INSERT' THEN c.number ELSE -c.number END
    FROM (SELECT interest, count(*) AS number FROM changed GROUP BY interest) c
    WHERE i.id = c.interest;
  RETURN NULL;
END
$$;
CREATE TRIGGER account_interest_added AFTER INSERT ON account_interest
  REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION interest_count_holders();
CREATE TRIGGER account_interest_removed AFTER DELETE ON account_interest
  REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION interest_count_holders();

-- For moderators: makes an interest that somebody added one of everybody's, under the name that is
-- given, or its own. Those that others added by the same name become one with it.
CREATE FUNCTION parley_approve_interest(pending integer, better_name text DEFAULT NULL)
  RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
  spelling text;
  wanted text;
  approved integer;
BEGIN
  SELECT name, coalesce(better_name, name) INTO spelling, wanted
    FROM interest WHERE id = pending AND state = 'PENDING' FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no interest % waits for moderation', pending;
  END IF;
  SELECT id INTO approved FROM interest
    WHERE state = 'APPROVED' AND lower(name) = lower(wanted);
  IF NOT FOUND THEN
    UPDATE interest SET state = 'APPROVED', maker = NULL, name = wanted WHERE id = pending;
    approved := pending;
  END IF;
  INSERT INTO account_interest (account, interest)
    SELECT DISTINCT a.account, approved
      FROM account_interest a JOIN interest i ON i.id = a.interest
      WHERE i.state = 'PENDING' AND lower(i.name) IN (lower(spelling), lower(wanted))
    ON CONFLICT DO NOTHING;
  DELETE FROM interest
    WHERE state = 'PENDING' AND lower(name) IN (lower(spelling), lower(wanted));
  RETURN approved;
END
$$;

-- For moderators: removes an interest that somebody added, also from its maker.
CREATE FUNCTION parley_reject_interest(pending integer) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM interest WHERE id = pending AND state = 'PENDING';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'no interest % waits for moderation', pending;
  END IF;
END
$$;

REVOKE ALL ON FUNCTION parley_approve_interest(integer, text) FROM PUBLIC;
REVOKE ALL ON FUNCTION parley_reject_interest(integer) FROM PUBLIC;
