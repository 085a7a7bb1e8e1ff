-- Who may find a person by exactly what he is called elsewhere. Nobody unless he says so; the user
-- name is what he gives out himself.
ALTER TABLE account_setting
  ADD COLUMN found_by_email text NOT NULL DEFAULT 'NOBODY'
    CHECK (found_by_email IN ('EVERYONE', 'NOBODY')),
  ADD COLUMN found_by_wallet text NOT NULL DEFAULT 'NOBODY'
    CHECK (found_by_wallet IN ('EVERYONE', 'NOBODY')),
  ADD COLUMN found_by_username text NOT NULL DEFAULT 'EVERYONE'
    CHECK (found_by_username IN ('EVERYONE', 'NOBODY'));
