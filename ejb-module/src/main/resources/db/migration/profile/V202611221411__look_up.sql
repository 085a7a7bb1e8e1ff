-- How many people each account has looked up on a day, over all instances.
CREATE TABLE look_up (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  day date NOT NULL,
  count integer NOT NULL CHECK (count > 0)
) WITH (fillfactor = 70);
COMMENT ON COLUMN look_up.day IS 'In UTC; a new day begins to count anew';
