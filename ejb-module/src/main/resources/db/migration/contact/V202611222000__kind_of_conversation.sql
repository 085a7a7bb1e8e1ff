-- What accepting opens is what was asked for.
ALTER TABLE contact_request ADD COLUMN kind text NOT NULL DEFAULT 'SEALED' CHECK (kind IN ('SEALED', 'E2EE'));
COMMENT ON COLUMN contact_request.kind IS 'Of the conversation that accepting opens';
