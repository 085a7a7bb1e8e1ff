-- Who is there: accounts, credentials, devices, sessions.

CREATE TABLE account (
  id uuid PRIMARY KEY,
  -- In the order of bytes, so that a search by prefix and its pages can walk the index.
  username text COLLATE "C" NOT NULL UNIQUE
    CHECK (username = lower(username) AND length(username) BETWEEN 3 AND 32),
  created_at timestamptz NOT NULL
);

CREATE TABLE password_credential (
  account_id uuid PRIMARY KEY REFERENCES account (id) ON DELETE CASCADE,
  hash text NOT NULL,
  changed_at timestamptz NOT NULL
);
COMMENT ON COLUMN password_credential.hash IS 'Argon2id in PHC string form';

CREATE TABLE wallet_credential (
  address text PRIMARY KEY CHECK (address ~ '^0x[0-9A-Fa-f]{40}$'),
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at timestamptz NOT NULL
);
COMMENT ON COLUMN wallet_credential.address IS 'With the checksum of ERC-55, which makes it canonical';
CREATE INDEX wallet_credential_account ON wallet_credential (account_id);

CREATE TABLE device (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  name text,
  created_at timestamptz NOT NULL
);
CREATE INDEX device_account ON device (account_id);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  device_id uuid NOT NULL REFERENCES device (id) ON DELETE CASCADE,
  method text NOT NULL CHECK (method IN ('PASSWORD', 'WALLET')),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz
);
COMMENT ON COLUMN session.expires_at IS 'The absolute limit; the idle limit counts from last_seen_at';
CREATE INDEX session_open ON session (account_id) WHERE ended_at IS NULL;

-- A session is held by one chain of refresh tokens: each is used once and names its successor.
CREATE TABLE refresh_token (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  session_id uuid NOT NULL REFERENCES session (id) ON DELETE CASCADE,
  issued_at timestamptz NOT NULL,
  used_at timestamptz
);
COMMENT ON COLUMN refresh_token.hash IS 'SHA-256 of the token';
CREATE INDEX refresh_token_session ON refresh_token (session_id);

-- Secrets that are good once and for a short time: sign-in nonces, socket tickets, the proof of a
-- wallet that has no account yet.
CREATE TABLE one_time_secret (
  hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
  purpose text NOT NULL CHECK (purpose IN ('NONCE', 'TICKET', 'REGISTRATION')),
  subject text NOT NULL,
  expires_at timestamptz NOT NULL
);
COMMENT ON COLUMN one_time_secret.hash IS 'SHA-256 of the secret';
COMMENT ON COLUMN one_time_secret.subject IS 'TICKET: session id; REGISTRATION: address; NONCE: empty';
CREATE INDEX one_time_secret_expiry ON one_time_secret (expires_at);
