-- :profiles people with names, texts and interests of a skewed distribution, :groups listed groups, and
-- a session for each of the first :readers people, whose refresh token is reader-<number>. Everything
-- is made from numbers: two runs have the same people.
CREATE OR REPLACE FUNCTION pg_temp.bench_id(kind text, number bigint) RETURNS uuid
  LANGUAGE sql IMMUTABLE
  RETURN ('01900000-0000-7000-8' || kind || '00-' || lpad(to_hex(number), 12, '0'))::uuid;
-- A number from 0 to 1 that looks like chance.
CREATE OR REPLACE FUNCTION pg_temp.chance(number bigint, salt integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE
  RETURN ('x' || substr(md5(number || '-' || salt), 1, 7))::bit(28)::integer / 268435456.0;
CREATE OR REPLACE FUNCTION pg_temp.syllable(number integer) RETURNS text
  LANGUAGE sql IMMUTABLE
  RETURN (ARRAY['ba','do','fe','gi','ha','jo','ka','li','ma','ne','po','ra','sa','ti','vo','we','za',
    'bren','dal','fin','gor','hel','jun','kal','lor','mir','nor','per','ros','stan'])[1 + number % 30];
-- The word of a rank: short ones are the most usual.
CREATE OR REPLACE FUNCTION pg_temp.word(rank integer) RETURNS text
  LANGUAGE sql IMMUTABLE
  RETURN pg_temp.syllable(rank) || pg_temp.syllable(rank / 30 + rank * 7) || pg_temp.syllable(rank / 900 + rank * 11);

BEGIN;
-- Of 240 first names and 800 last ones: the most usual first name is that of one in sixty.
CREATE TEMP TABLE person AS
  SELECT n, pg_temp.bench_id('a', n) AS id,
      initcap(pg_temp.word(5 + (240 * pg_temp.chance(n, 1) ^ 1.5)::integer)) AS first,
      initcap(pg_temp.word(300 + (800 * pg_temp.chance(n, 2) ^ 1.5)::integer)) AS last
    FROM generate_series(0, :profiles - 1) n;
INSERT INTO account (id, username, created_at)
  SELECT id, left(lower(first), 12) || '.' || n, now() FROM person;
-- 12 words of 2,000, the most usual one in every fifth text.
INSERT INTO profile (account, display_name, about, gender, links, display_name_to, about_to,
    birth_date_to, gender_to, links_to, interests_to, interests_asked, name_key)
  SELECT id, first || ' ' || last,
      (SELECT string_agg(pg_temp.word(1200 + (2000 * pg_temp.chance(n, 100 + w) ^ 2)::integer), ' ' ORDER BY w)
        FROM generate_series(1, 12) w),
      '', '{}', 'EVERYONE', CASE WHEN pg_temp.chance(n, 3) < 0.9 THEN 'EVERYONE' ELSE 'CONTACTS' END,
      'NOBODY', 'NOBODY', 'EVERYONE', CASE WHEN pg_temp.chance(n, 4) < 0.95 THEN 'EVERYONE' ELSE 'CONTACTS' END,
      true, lower(first || ' ' || last)
    FROM person;
-- 3 to 15 interests for each; two of three have the most usual one.
CREATE TEMP TABLE choice AS
  SELECT row_number() OVER (ORDER BY id) - 1 AS rank, id, count(*) OVER () AS total
    FROM interest WHERE state = 'APPROVED';
INSERT INTO account_interest (account, interest)
  SELECT p.id, c.id FROM (
      SELECT DISTINCT n, floor((SELECT count(*) FROM choice) * pg_temp.chance(n, 200 + i) ^ 2.2)::integer AS rank
        FROM generate_series(0, :profiles - 1) n, generate_series(1, 15) i
        WHERE i <= 3 + 12 * pg_temp.chance(n, 5)) w
    JOIN person p USING (n) JOIN choice c USING (rank)
    ORDER BY pg_temp.chance(n, 6), n, rank;
-- One in twenty is not to be discovered, and readers block somebody.
INSERT INTO account_setting (account, read_receipts, last_seen, discoverable)
  SELECT id, 'EVERYONE', 'EVERYONE', false FROM person WHERE pg_temp.chance(n, 7) < 0.05;
INSERT INTO account_block (account, blocked, blocked_at)
  SELECT DISTINCT p.id, pg_temp.bench_id('a', p.n + 1 + (1000 * pg_temp.chance(p.n, 300 + b))::integer), now()
    FROM person p, generate_series(1, 5) b WHERE p.n < :readers;

INSERT INTO conversation (id, kind, type, created_at, created_by)
  SELECT pg_temp.bench_id('b', g), 'SEALED', 'GROUP', now(), pg_temp.bench_id('a', g)
    FROM generate_series(0, :groups - 1) g;
INSERT INTO conversation_group (conversation, name, description, posting, inviting, pinning, editing,
    approval, disappearing, members, listed_name)
  SELECT pg_temp.bench_id('b', g), name, description, 'MEMBERS', 'ADMINS', 'ADMINS', 'ADMINS', false, 0, 1, lower(name)
    FROM generate_series(0, :groups - 1) g CROSS JOIN LATERAL (SELECT
      initcap(pg_temp.word(1200 + (2000 * pg_temp.chance(g, 11) ^ 2)::integer) || ' '
        || pg_temp.word(1200 + (2000 * pg_temp.chance(g, 12))::integer)) AS name,
      (SELECT string_agg(pg_temp.word(1200 + (2000 * pg_temp.chance(g, 400 + w) ^ 2)::integer), ' ' ORDER BY w)
        FROM generate_series(1, 12) w) AS description) t;
INSERT INTO conversation_member (conversation, account, joined_seq, role)
  SELECT pg_temp.bench_id('b', g), pg_temp.bench_id('a', g), 1, 'OWNER' FROM generate_series(0, :groups - 1) g;
INSERT INTO conversation_interest (conversation, interest)
  SELECT DISTINCT pg_temp.bench_id('b', g), c.id
    FROM generate_series(0, :groups - 1) g, generate_series(1, 3) i, choice c
    WHERE c.rank = floor(c.total * pg_temp.chance(g, 500 + i) ^ 2.2);

INSERT INTO device (id, account_id, name, created_at)
  SELECT pg_temp.bench_id('d', n), id, 'bench', now() FROM person WHERE n < :readers;
INSERT INTO session (id, account_id, device_id, method, created_at, last_seen_at, expires_at)
  SELECT pg_temp.bench_id('e', n), id, pg_temp.bench_id('d', n), 'PASSWORD', now(), now(), now() + interval '1 day'
    FROM person WHERE n < :readers;
INSERT INTO refresh_token (hash, session_id, issued_at)
  SELECT sha256(convert_to('reader-' || n, 'UTF8')), pg_temp.bench_id('e', n), now() FROM person WHERE n < :readers;
COMMIT;
-- What autovacuum has done some time after so much was written.
VACUUM ANALYZE account, profile, account_interest, interest, account_setting, account_block, conversation_group,
  conversation_member, conversation_interest;
-- What readers ask for, one question in each line.
SELECT 'name', first || ' ' || last FROM person WHERE n % (:profiles / 400) = 5
UNION ALL SELECT 'name', first FROM person WHERE n % (:profiles / 100) = 6
UNION ALL SELECT 'word', split_part(about, ' ', 1 + (n % 12)::integer)
  FROM profile JOIN person ON account = id WHERE n % (:profiles / 300) = 9
UNION ALL SELECT 'group', split_part(g.name, ' ', 1 + m.n % 2)
  FROM generate_series(0, 299) m (n) JOIN conversation_group g ON g.conversation = pg_temp.bench_id('b', m.n * :groups / 300)
UNION ALL SELECT 'interest', id::text FROM choice;
