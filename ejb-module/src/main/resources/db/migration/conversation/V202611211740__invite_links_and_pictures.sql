-- Ways into a group, and what it looks like.

CREATE TABLE conversation_invite_link (
  id uuid PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversation (id),
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),
  created_by uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  expires_at timestamptz,
  quota integer CHECK (quota > 0),
  uses integer NOT NULL DEFAULT 0 CHECK (uses >= 0),
  revoked boolean NOT NULL DEFAULT false,
  CHECK (uses <= quota)
);
COMMENT ON COLUMN conversation_invite_link.token_hash IS 'SHA-256 of the token';
COMMENT ON COLUMN conversation_invite_link.uses IS 'How many joined by it, or asked to';
CREATE INDEX conversation_invite_link_good ON conversation_invite_link (conversation, id)
  WHERE NOT revoked;

-- Who has asked to join and waits for the word of an admin.
CREATE TABLE conversation_join_request (
  conversation uuid NOT NULL REFERENCES conversation (id),
  account uuid NOT NULL REFERENCES account (id),
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (conversation, account)
);

-- The picture of a group, at most one: small, so it lives here until there is a store for files.
CREATE TABLE conversation_picture (
  conversation uuid PRIMARY KEY REFERENCES conversation (id),
  id uuid NOT NULL,
  type text NOT NULL CHECK (type IN ('image/png', 'image/jpeg', 'image/webp')),
  bytes bytea NOT NULL CHECK (octet_length(bytes) <= 262144)
);
ALTER TABLE conversation_picture ALTER COLUMN bytes SET STORAGE EXTERNAL;
