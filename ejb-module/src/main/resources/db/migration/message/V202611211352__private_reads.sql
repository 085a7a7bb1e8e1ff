-- What a member has read and tells nobody; the larger of the two is how far the member has come.
ALTER TABLE message_watermark ADD COLUMN read_privately bigint NOT NULL DEFAULT 0
  CHECK (read_privately >= 0);
COMMENT ON COLUMN message_watermark.read IS 'Highest seq that others may know the member has seen';
COMMENT ON COLUMN message_watermark.read_privately IS 'Highest seq the member has seen and tells nobody';
