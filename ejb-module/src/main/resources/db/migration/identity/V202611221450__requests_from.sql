ALTER TABLE account_setting ADD COLUMN requests_from text NOT NULL DEFAULT 'EVERYONE'
  CHECK (requests_from IN ('EVERYONE', 'SHARED', 'CONTACTS_OF_CONTACTS', 'NOBODY'));
COMMENT ON COLUMN account_setting.requests_from IS 'Who may ask the person to talk';
