-- Everything that somebody may look at only so often a day is counted over all instances.
ALTER TABLE look_up
  ADD COLUMN what text NOT NULL DEFAULT 'LOOK_UP' CHECK (what IN ('LOOK_UP', 'PAGE', 'JOIN')),
  DROP CONSTRAINT look_up_pkey,
  ADD PRIMARY KEY (account, what);
ALTER TABLE look_up ALTER COLUMN what DROP DEFAULT;
COMMENT ON TABLE look_up IS 'How often each account has looked on a day';
COMMENT ON COLUMN look_up.what IS
  'LOOK_UP: somebody by exactly what he is called; PAGE: a page of people or groups, or a profile;'
  ' JOIN: a step into a group that was found';
