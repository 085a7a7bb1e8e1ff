-- Tickets <run>-<user>-<device> for users :first to :first + :users - 1 with :devices devices each;
-- with :grp a group of them all. Prints the cursors that their devices come with.
CREATE OR REPLACE FUNCTION pg_temp.bench_id(kind text, number bigint) RETURNS uuid
  LANGUAGE sql IMMUTABLE
  RETURN ('01900000-0000-7000-8' || kind || '00-' || lpad(to_hex(number), 12, '0'))::uuid;

BEGIN;
INSERT INTO one_time_secret (hash, purpose, subject, expires_at)
  SELECT sha256(convert_to(:'run' || '-' || u || '-' || d, 'UTF8')), 'TICKET',
    pg_temp.bench_id('e', u * 1000::bigint + d)::text, now() + interval '10 minutes'
  FROM generate_series(:first, :first + :users - 1) u, generate_series(0, :devices - 1) d;
UPDATE session SET last_seen_at = now(), expires_at = now() + interval '1 day'
  WHERE id BETWEEN pg_temp.bench_id('e', :first * 1000::bigint)
    AND pg_temp.bench_id('e', (:first + :users) * 1000::bigint - 1);
COMMIT;
SELECT :grp > 0 AS wants_group \gset
\if :wants_group
BEGIN;
-- Nobody is left in the groups of earlier runs: everybody is in as many as in the first.
DELETE FROM conversation_member m USING conversation c
  WHERE c.id = m.conversation AND c.type = 'GROUP' AND c.id < pg_temp.bench_id('b', :grp);
INSERT INTO journal_stream (kind, owner, sealed, head_hash)
  VALUES ('c', pg_temp.bench_id('b', :grp), true, decode(repeat('00', 32), 'hex'));
INSERT INTO conversation (id, kind, type, created_at, created_by)
  VALUES (pg_temp.bench_id('b', :grp), 'SEALED', 'GROUP', now(), pg_temp.bench_id('a', :first));
INSERT INTO conversation_group (conversation, name, description, posting, inviting, pinning, editing,
    approval, disappearing, members)
  VALUES (pg_temp.bench_id('b', :grp), 'bench', '', 'MEMBERS', 'ADMINS', 'ADMINS', 'ADMINS',
    false, 0, :users);
INSERT INTO conversation_member (conversation, account, joined_seq, role)
  SELECT pg_temp.bench_id('b', :grp), pg_temp.bench_id('a', u), 1,
    CASE u WHEN :first THEN 'OWNER' ELSE 'MEMBER' END
  FROM generate_series(:first, :first + :users - 1) u;
COMMIT;
\endif
-- What the devices of these users have already, one line for each user and stream.
SELECT u, 'c/' || m.conversation, s.head
  FROM generate_series(:first, :first + :users - 1) u
    JOIN conversation_member m ON m.account = pg_temp.bench_id('a', u) AND m.left_seq IS NULL
    JOIN journal_stream s ON s.kind = 'c' AND s.owner = m.conversation
  WHERE s.head > 0
UNION ALL
SELECT u, 'u/' || s.owner, s.head
  FROM generate_series(:first, :first + :users - 1) u
    JOIN journal_stream s ON s.kind = 'u' AND s.owner = pg_temp.bench_id('a', u)
  WHERE s.head > 0;
