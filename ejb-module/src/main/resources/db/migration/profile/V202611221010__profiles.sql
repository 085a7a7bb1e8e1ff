-- What people tell about themselves, and to whom; who said nothing has no row.

-- Comes with PostgreSQL, and the owner of a database may create it: it is marked as trusted.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE profile (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  display_name text NOT NULL,
  about text NOT NULL,
  gender text NOT NULL,
  links text[] NOT NULL,
  birth_date bytea,
  display_name_to text NOT NULL CHECK (display_name_to IN ('EVERYONE', 'CONTACTS', 'NOBODY')),
  about_to text NOT NULL CHECK (about_to IN ('EVERYONE', 'CONTACTS', 'NOBODY')),
  birth_date_to text NOT NULL CHECK (birth_date_to IN ('EVERYONE', 'CONTACTS', 'NOBODY')),
  gender_to text NOT NULL CHECK (gender_to IN ('EVERYONE', 'CONTACTS', 'NOBODY')),
  links_to text NOT NULL CHECK (links_to IN ('EVERYONE', 'CONTACTS', 'NOBODY')),
  interests_to text NOT NULL CHECK (interests_to IN ('EVERYONE', 'CONTACTS', 'NOBODY')),
  interests_asked boolean NOT NULL,
  name_key text NOT NULL,
  words tsvector NOT NULL GENERATED ALWAYS AS (
    to_tsvector('simple',
      CASE WHEN display_name_to = 'EVERYONE' THEN display_name ELSE '' END || ' ' ||
      CASE WHEN about_to = 'EVERYONE' THEN about ELSE '' END)) STORED
);
COMMENT ON COLUMN profile.birth_date IS 'Sealed, bound to this column and account';
COMMENT ON COLUMN profile.interests_asked IS 'Whether the person has answered which interests he has';
COMMENT ON COLUMN profile.name_key IS
  'The display name as it is searched for, in ASCII; empty unless everyone may see it';
COMMENT ON COLUMN profile.words IS 'What everyone may read, for the search by text';

CREATE INDEX profile_name_key ON profile USING gin (name_key gin_trgm_ops);
CREATE INDEX profile_words ON profile USING gin (words);
CREATE INDEX account_username_trigrams ON account USING gin (username gin_trgm_ops);
