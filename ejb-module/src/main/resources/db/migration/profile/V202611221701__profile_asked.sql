-- Who is new is asked who he is, and then what he is interested in. Who has told anything was asked.
ALTER TABLE profile ADD COLUMN profile_asked boolean NOT NULL DEFAULT true;
ALTER TABLE profile ALTER COLUMN profile_asked SET DEFAULT false;
COMMENT ON COLUMN profile.profile_asked IS
  'Whether the person has told who he is, or declined to';
