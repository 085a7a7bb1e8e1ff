-- Accounts 0 to :users - 1, each with a device and a session, and the direct conversations of 2n and
-- 2n + 1. Ids are made from numbers, as ParleyDriver makes them.
CREATE OR REPLACE FUNCTION pg_temp.bench_id(kind text, number bigint) RETURNS uuid
  LANGUAGE sql IMMUTABLE
  RETURN ('01900000-0000-7000-8' || kind || '00-' || lpad(to_hex(number), 12, '0'))::uuid;

BEGIN;
INSERT INTO account (id, username, created_at)
  SELECT pg_temp.bench_id('a', u), 'bench' || u, now() FROM generate_series(0, :users - 1) u
  ON CONFLICT DO NOTHING;
INSERT INTO device (id, account_id, name, created_at)
  SELECT pg_temp.bench_id('d', u * 1000::bigint + d), pg_temp.bench_id('a', u), 'bench', now()
  FROM generate_series(0, :users - 1) u, generate_series(0, CASE WHEN u = :users - 2 THEN 31 ELSE 0 END) d
  ON CONFLICT DO NOTHING;
INSERT INTO session (id, account_id, device_id, method, created_at, last_seen_at, expires_at)
  SELECT pg_temp.bench_id('e', u * 1000::bigint + d), pg_temp.bench_id('a', u),
    pg_temp.bench_id('d', u * 1000::bigint + d), 'PASSWORD', now(), now(), now() + interval '1 day'
  FROM generate_series(0, :users - 1) u, generate_series(0, CASE WHEN u = :users - 2 THEN 31 ELSE 0 END) d
  ON CONFLICT DO NOTHING;
INSERT INTO journal_stream (kind, owner, sealed, head_hash)
  SELECT 'c', pg_temp.bench_id('c', c), true, decode(repeat('00', 32), 'hex')
  FROM generate_series(0, :users / 2 - 1) c
  ON CONFLICT DO NOTHING;
INSERT INTO conversation (id, kind, created_at, direct_low, direct_high)
  SELECT pg_temp.bench_id('c', c), 'SEALED', now(), pg_temp.bench_id('a', 2 * c), pg_temp.bench_id('a', 2 * c + 1)
  FROM generate_series(0, :users / 2 - 1) c
  ON CONFLICT DO NOTHING;
INSERT INTO conversation_member (conversation, account, joined_seq)
  SELECT pg_temp.bench_id('c', u / 2), pg_temp.bench_id('a', u), 1
  FROM generate_series(0, :users - 1) u
  ON CONFLICT DO NOTHING;
COMMIT;
ANALYZE account, device, session, conversation, conversation_member, journal_stream;
