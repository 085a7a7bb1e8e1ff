-- What people look like, and to whom.

ALTER TABLE profile
  ADD COLUMN picture uuid,
  ADD COLUMN picture_to text NOT NULL DEFAULT 'EVERYONE'
    CHECK (picture_to IN ('EVERYONE', 'CONTACTS', 'NOBODY'));
COMMENT ON COLUMN profile.picture IS 'The name of it among the uploads; null for none';
