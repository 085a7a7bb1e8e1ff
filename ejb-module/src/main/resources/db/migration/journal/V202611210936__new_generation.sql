-- A restored backup is another log: clients that have seen more than it holds must begin anew.
CREATE FUNCTION journal_begin_generation() RETURNS uuid LANGUAGE sql AS $$
  UPDATE journal_generation SET id = gen_random_uuid(), since = now() RETURNING id
$$;
COMMENT ON FUNCTION journal_begin_generation() IS
  'To be called once after a restore: clients are closed with 4450 and synchronise anew';
