-- Asking somebody to talk. Two people have one row, which the lower id stands first in: whoever
-- changes it locks it, so that what both do in the same moment has an order.
CREATE TABLE contact_request (
  low uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  high uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  asked_by uuid,
  state text NOT NULL CHECK (state IN ('NONE', 'PENDING', 'DECLINED', 'ACCEPTED')),
  note bytea,
  asked_at timestamptz,
  declined_at timestamptz,
  ignored_until timestamptz,
  PRIMARY KEY (low, high),
  CHECK (low < high),
  CHECK (asked_by IN (low, high)),
  CHECK (state = 'NONE' OR (asked_by IS NOT NULL AND asked_at IS NOT NULL))
);
COMMENT ON COLUMN contact_request.note IS 'What was written to the person who is asked; sealed, bound to the two and to who wrote it';
COMMENT ON COLUMN contact_request.ignored_until IS
  'Until then whoever was asked hears nothing of requests of asked_by, who cannot tell';
CREATE INDEX contact_request_of_high ON contact_request (high, low);

-- What the quotas count: one row for each request, for as long as a quota looks back.
CREATE TABLE contact_request_sent (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sender uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  recipient uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  sent_at timestamptz NOT NULL
);
CREATE INDEX contact_request_sent_by ON contact_request_sent (sender, sent_at);
CREATE INDEX contact_request_sent_to ON contact_request_sent (recipient);
