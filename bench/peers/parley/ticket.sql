-- Tickets <run>-<user>-<device> for users :first to :first + :users - 1 with :devices devices each;
-- with :grp a group of them all.
CREATE OR REPLACE FUNCTION pg_temp.bench_id(kind text, number bigint) RETURNS uuid
  LANGUAGE sql IMMUTABLE
  RETURN ('01900000-0000-7000-8' || kind || '00-' || lpad(to_hex(number), 12, '0'))::uuid;

BEGIN;
INSERT INTO one_time_secret (hash, purpose, subject, expires_at)
  SELECT sha256(convert_to(:'run' || '-' || u || '-' || d, 'UTF8')), 'TICKET',
    pg_temp.bench_id('e', u * 1000::bigint + d)::text, now() + interval '10 minutes'
  FROM generate_series(:first, :first + :users - 1) u, generate_series(0, :devices - 1) d;
UPDATE session SET last_seen_at = now() WHERE id >= pg_temp.bench_id('e', 0) AND ended_at IS NULL;
COMMIT;
SELECT :grp > 0 AS wants_group \gset
\if :wants_group
BEGIN;
INSERT INTO journal_stream (kind, owner, sealed, head_hash)
  VALUES ('c', pg_temp.bench_id('b', :grp), true, decode(repeat('00', 32), 'hex'));
INSERT INTO conversation (id, kind, created_at) VALUES (pg_temp.bench_id('b', :grp), 'SEALED', now());
INSERT INTO conversation_member (conversation, account, joined_seq)
  SELECT pg_temp.bench_id('b', :grp), pg_temp.bench_id('a', u), 1
  FROM generate_series(:first, :first + :users - 1) u;
COMMIT;
\endif
