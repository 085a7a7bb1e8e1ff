-- Groups that everybody may find, because an owner has listed them.

ALTER TABLE conversation_group ADD COLUMN listed_name text;
COMMENT ON COLUMN conversation_group.listed_name IS
  'The name as it is searched for, in ASCII, of a group that everybody may find; null for others';

CREATE INDEX conversation_group_listed ON conversation_group (conversation)
  WHERE listed_name IS NOT NULL;
CREATE INDEX conversation_group_listed_name ON conversation_group
  USING gin (listed_name gin_trgm_ops) WHERE listed_name IS NOT NULL;
CREATE INDEX conversation_group_listed_words ON conversation_group
  USING gin (to_tsvector('simple'::regconfig, name || ' ' || description))
  WHERE listed_name IS NOT NULL;

CREATE TABLE conversation_interest (
  conversation uuid NOT NULL REFERENCES conversation_group (conversation),
  interest integer NOT NULL REFERENCES interest (id) ON DELETE CASCADE,
  PRIMARY KEY (conversation, interest)
);
COMMENT ON TABLE conversation_interest IS 'What a listed group is about';
CREATE INDEX conversation_interest_interest ON conversation_interest (interest, conversation);
