-- Conversations that the server cannot read, beside those that it seals.
ALTER TABLE conversation
  DROP CONSTRAINT conversation_kind_check,
  ADD CONSTRAINT conversation_kind_check CHECK (kind IN ('SEALED', 'E2EE'));
