#!/bin/bash
# Are all acknowledged messages in the database? Rows before and after a run against what was sent.
. "$(dirname "$0")/env.sh"
check() { # name database table rows-per-message system url
  local a b r; a=$(psql -qAt -d "$2" -c "SELECT count(*) FROM $3")
  r=$(java -jar "$ROOT/target/parley-bench.jar" --system "$5" --url "$6" --label "$1" --mode closed --window 16 --clients 100 --warmup 1 --seconds 3)
  sleep 1; b=$(psql -qAt -d "$2" -c "SELECT count(*) FROM $3")
  jq -r --arg n "$1" --argjson d $(((b - a) / $4)) '"\($n): sent \(.sent), acknowledged \(.sent - .violations.unacked), stored \($d)"' <<<"$r"
}
check sio1 nodechat message 1 socketio ws://127.0.0.1:20100
check sio1batch nodechat message 1 socketio ws://127.0.0.1:20110
check sio2batch nodechat message 1 socketio ws://127.0.0.1:20130,ws://127.0.0.1:20131
check ejabberd ejabberd archive 2 xmpp ws://127.0.0.1:20300/ws
check prosody prosody prosodyarchive 2 xmpp ws://127.0.0.1:20400/xmpp-websocket
check rawjavapg raw raw_message 1 raw ws://127.0.0.1:20211/
