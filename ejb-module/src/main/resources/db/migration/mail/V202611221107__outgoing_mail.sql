-- Mail on its way out, until a mail server has it.
CREATE TABLE outgoing_mail (
  id uuid PRIMARY KEY,
  created_at timestamptz NOT NULL,
  until timestamptz NOT NULL,
  next_at timestamptz NOT NULL,
  claimed_until timestamptz,
  ended_at timestamptz,
  attempts integer NOT NULL DEFAULT 0,
  outcome text CHECK (outcome IN ('SENT', 'REFUSED', 'GIVEN_UP')),
  sealed bytea,
  CHECK ((outcome IS NULL) = (sealed IS NOT NULL)),
  CHECK ((outcome IS NULL) = (ended_at IS NULL))
);
COMMENT ON COLUMN outgoing_mail.until IS 'After this time the mail is worth nothing and is given up';
COMMENT ON COLUMN outgoing_mail.next_at IS 'When a job should have sent it; long after that the job was lost';
COMMENT ON COLUMN outgoing_mail.claimed_until IS 'One instance has it in hand, and is done or dead by then';
COMMENT ON COLUMN outgoing_mail.sealed IS 'What it says and to whom, sealed for this row; gone when it ended';
CREATE INDEX outgoing_mail_waiting ON outgoing_mail (next_at) WHERE outcome IS NULL;
CREATE INDEX outgoing_mail_ended ON outgoing_mail (ended_at) WHERE outcome IS NOT NULL;
