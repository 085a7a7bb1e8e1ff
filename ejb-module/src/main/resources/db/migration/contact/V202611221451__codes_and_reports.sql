-- The code by which a person lets others become contacts without asking.
CREATE TABLE contact_code (
  account uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  hash bytea NOT NULL UNIQUE,
  code bytea NOT NULL,
  made_at timestamptz NOT NULL
);
COMMENT ON COLUMN contact_code.hash IS 'SHA-256 of the code';
COMMENT ON COLUMN contact_code.code IS 'The code, which its owner sees again; sealed, bound to this column and account';

-- What people tell moderators of others.
CREATE TABLE contact_report (
  id uuid PRIMARY KEY,
  reporter uuid REFERENCES account (id) ON DELETE SET NULL,
  reported uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  reason text NOT NULL CHECK (reason IN ('SPAM', 'ABUSE', 'IMPERSONATION', 'OTHER')),
  told bytea NOT NULL,
  reported_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'CLOSED'))
);
COMMENT ON COLUMN contact_report.told IS
  'What the reporter writes and the evidence he chose, as JSON; sealed, bound to this row';
CREATE INDEX contact_report_of ON contact_report (reporter, reported_at);
CREATE INDEX contact_report_about ON contact_report (reported);
CREATE INDEX contact_report_open ON contact_report (reported_at) WHERE state = 'OPEN';
