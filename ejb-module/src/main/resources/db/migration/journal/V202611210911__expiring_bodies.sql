-- Bodies that are erased at a time their sender chose.
ALTER TABLE journal_entry ADD COLUMN expires_at timestamptz;
COMMENT ON COLUMN journal_entry.expires_at IS 'When the body is erased, or was; null when it stays';

-- What the sweep looks for; rows leave the index when their body is erased.
CREATE INDEX journal_entry_expiry ON journal_entry (expires_at)
  WHERE expires_at IS NOT NULL AND body IS NOT NULL;
