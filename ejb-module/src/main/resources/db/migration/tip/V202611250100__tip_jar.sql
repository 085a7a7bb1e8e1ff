-- Who shows on his profile where tips for him go.

CREATE TABLE tip_jar (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  address text NOT NULL
);
COMMENT ON TABLE tip_jar IS 'Without a row nothing is shown';
COMMENT ON COLUMN tip_jar.address IS 'The wallet that the person has agreed to show; another one is never shown in its place';
