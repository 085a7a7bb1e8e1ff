#!/bin/bash
# Does a peer acknowledge or deliver before the database has the message? Holds an exclusive lock on its table for
# two seconds during an open loop: a peer that writes first shows acks and deliveries of about 2000 ms at most,
# one that does not shows a few ms.
. "$(dirname "$0")/env.sh"
check() { # name database table system url
  ( sleep 4; psql -q -d "$2" -c "BEGIN; LOCK TABLE $3 IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(2); COMMIT" >/dev/null ) &
  java -jar "$ROOT/target/parley-bench.jar" --system "$4" --url "$5" --label "$1" --mode open --rate 200 --clients 20 --warmup 2 --seconds 5 |
    jq -c '{name: .label, ack_p50: .ack_ms.p50, ack_max: .ack_ms.max, delivery_p50: .delivery_ms.p50, delivery_max: .delivery_ms.max, violations, first_error}'
  wait
}
check sio1 nodechat message socketio ws://127.0.0.1:20100
check sio1batch nodechat message socketio ws://127.0.0.1:20110
check ejabberd ejabberd archive xmpp ws://127.0.0.1:20300/ws
check prosody prosody prosodyarchive xmpp ws://127.0.0.1:20400/xmpp-websocket
check rawjavapg raw raw_message raw ws://127.0.0.1:20211/
