ALTER TABLE account_setting ADD COLUMN discoverable boolean NOT NULL DEFAULT true;
COMMENT ON COLUMN account_setting.discoverable IS 'Whether others find the person without knowing the whole user name';
