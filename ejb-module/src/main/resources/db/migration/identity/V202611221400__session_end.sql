-- Why a session was ended before its time; one that has expired was not.
ALTER TABLE session ADD COLUMN ended_for text
  CHECK (ended_for IN ('SIGNED_OUT', 'REVOKED', 'TOKEN_REUSED'));

ALTER TABLE device ADD COLUMN named boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN device.named IS 'Whether its owner chose the name, which then stays';
