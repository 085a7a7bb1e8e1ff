-- Who comes back to a conversation has not seen what was committed meanwhile: a Welcome from before
-- would lead him into an epoch that is over, from which nothing leads on.
CREATE OR REPLACE FUNCTION parley_member_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE mls_group SET stale = true WHERE conversation = NEW.conversation AND NOT stale;
  DELETE FROM mls_welcome_device w USING (
      SELECT e.device FROM mls_welcome_device e JOIN device_key k ON k.device = e.device
        WHERE e.conversation = NEW.conversation AND k.account = NEW.account
        ORDER BY e.device FOR UPDATE OF e) AS held
    WHERE w.conversation = NEW.conversation AND w.device = held.device;
  RETURN NULL;
END
$$;

DO $$
BEGIN
  EXECUTE format(
    'ALTER FUNCTION %I.parley_member_gone() SET search_path = pg_catalog, %I, pg_temp',
    current_schema(), current_schema());
END
$$;
