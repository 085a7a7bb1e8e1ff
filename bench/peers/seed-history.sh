#!/bin/bash
# A conversation of 100,000 messages between users 9998 and 9999, in everybody's own tables.
set -eu
. "$(dirname "$0")/env.sh"
# Prosody makes its table on the first login
java -jar "$ROOT/target/parley-bench.jar" --system xmpp --url ws://127.0.0.1:$PROS_PORT/xmpp-websocket --mode open --rate 10 --clients 2 --warmup 1 --seconds 1 >/dev/null
psql() { command psql -v ON_ERROR_STOP=1 "$@"; }
BODY="~L1:0000270e00000000$(printf '%016x' 1)$(head -c 198 /dev/urandom | base64 -w0 | tr '+/' '-_' | head -c 264)"
psql -q -v b="$BODY" -d nodechat <<'S'
DELETE FROM message WHERE conv = 'c4999';
INSERT INTO message(conv, sender, body) SELECT 'c4999', 9998 + g % 2, :'b' FROM generate_series(1, 100000) g;
ANALYZE message;
S
psql -q -v b="$BODY" -d ejabberd <<'S'
DELETE FROM archive WHERE username = 'u9998';
INSERT INTO archive(username, timestamp, peer, bare_peer, xml, txt, kind, nick)
SELECT 'u9998', 1700000000000000 + g * 1000, 'u9999@localhost/d0', 'u9999@localhost',
  '<message xml:lang=''en'' to=''u9998@localhost/d0'' from=''u9999@localhost/d0'' type=''chat'' id=''t' || g || ''' xmlns=''jabber:client''><body>' || :'b' || '</body></message>',
  :'b', 'chat', '' FROM generate_series(1, 100000) g;
ANALYZE archive;
S
psql -q -v b="$BODY" -d prosody <<'S'
DELETE FROM prosodyarchive WHERE "user" = 'u9998';
INSERT INTO prosodyarchive(host, "user", store, key, "when", "with", type, value)
SELECT 'localhost', 'u9998', 'archive', gen_random_uuid(), 1700000000 + g, 'u9999@localhost', 'xml',
  '<message to=''u9998@localhost/d0'' from=''u9999@localhost/d0'' type=''chat'' id=''t' || g || ''' xml:lang=''en''><body>' || :'b' || '</body></message>'
FROM generate_series(1, 100000) g;
ANALYZE prosodyarchive;
S

# In Parley through the function that it has for other writers; an instance then seals what it wrote.
parley=$(dirname "$0")/parley/parley.sh
[[ $("$parley" entries parley1 4999) -ge 100000 ]] || "$parley" history parley1 4999 "$BODY"
