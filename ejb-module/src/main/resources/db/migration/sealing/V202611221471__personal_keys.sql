-- The key under which what concerns one person is sealed. It is sealed itself, and destroyed with
-- the account: copies of what it sealed then open for nobody.
CREATE TABLE sealing_personal_key (
  account uuid PRIMARY KEY,
  sealed bytea
);
COMMENT ON COLUMN sealing_personal_key.sealed IS
  'Sealed, bound to this account; null once it was destroyed, after which there is never another';
