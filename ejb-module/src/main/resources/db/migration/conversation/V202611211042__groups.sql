-- Groups: conversations with a name and settings, whose members come and go.

ALTER TABLE conversation
  ADD COLUMN type text NOT NULL DEFAULT 'DIRECT' CHECK (type IN ('DIRECT', 'GROUP')),
  ADD COLUMN created_by uuid REFERENCES account (id),
  ADD COLUMN creation_key uuid,
  ADD CONSTRAINT conversation_pair CHECK ((type = 'DIRECT') = (direct_low IS NOT NULL));
COMMENT ON COLUMN conversation.creation_key IS 'The idempotency key of whoever created a group';

-- However often and on whichever instance a person repeats the same wish for a group.
CREATE UNIQUE INDEX conversation_creation ON conversation (created_by, creation_key);

-- What changes of a group. Whoever changes anything about a group or its members locks its row first.
CREATE TABLE conversation_group (
  conversation uuid PRIMARY KEY REFERENCES conversation (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  description text NOT NULL CHECK (length(description) <= 500),
  picture uuid,
  posting text NOT NULL CHECK (posting IN ('MEMBERS', 'ADMINS')),
  inviting text NOT NULL CHECK (inviting IN ('MEMBERS', 'ADMINS')),
  pinning text NOT NULL CHECK (pinning IN ('MEMBERS', 'ADMINS')),
  editing text NOT NULL CHECK (editing IN ('MEMBERS', 'ADMINS')),
  approval boolean NOT NULL,
  disappearing integer NOT NULL CHECK (disappearing >= 0),
  members integer NOT NULL CHECK (members >= 0),
  deleted_seq bigint CHECK (deleted_seq > 0)
) WITH (fillfactor = 70);
COMMENT ON COLUMN conversation_group.disappearing IS 'Seconds that a new message lives by default; 0 for ever';
COMMENT ON COLUMN conversation_group.members IS 'How many there are now';
COMMENT ON COLUMN conversation_group.deleted_seq IS 'The last entry of a group that is no more';

ALTER TABLE conversation_member
  ADD COLUMN role text NOT NULL DEFAULT 'MEMBER' CHECK (role IN ('MEMBER', 'ADMIN', 'OWNER')),
  ADD COLUMN left_seq bigint,
  ADD COLUMN left_name text,
  ADD CONSTRAINT conversation_member_interval CHECK (left_seq >= joined_seq),
  ADD CONSTRAINT conversation_member_left CHECK (left_name IS NULL OR left_seq IS NOT NULL);
COMMENT ON COLUMN conversation_member.left_seq IS 'The last entry a former member may read; null for a member';
COMMENT ON COLUMN conversation_member.left_name IS 'The name of the group when the membership ended';
CREATE INDEX conversation_member_leads ON conversation_member (conversation, role)
  WHERE role <> 'MEMBER' AND left_seq IS NULL;

CREATE TABLE conversation_ban (
  conversation uuid NOT NULL REFERENCES conversation (id),
  account uuid NOT NULL REFERENCES account (id),
  banned_by uuid NOT NULL REFERENCES account (id),
  banned_at timestamptz NOT NULL,
  PRIMARY KEY (conversation, account)
);
