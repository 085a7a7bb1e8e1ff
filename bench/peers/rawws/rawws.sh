#!/bin/bash
# Ceilings without a product: rawws.sh start | stop | pids node|java|javapg
set -eu
. "$(dirname "$0")/../env.sh"
H=$(cd "$(dirname "$0")" && pwd)
JAR=$ROOT/target/parley-bench.jar
case "$1" in
start)
  NODE_PATH=$ROOT/peers/nodechat/node_modules PORT=$RAWWS_PORT node "$H/server.js" >"$RUN/raw.node.log" 2>&1 &
  echo $! >"$RUN/raw.node.pid"
  java -Xmx1g -cp "$JAR" chat.parley.bench.ceiling.RawRelay $RAWJ_PORT >"$RUN/raw.java.log" 2>&1 &
  echo $! >"$RUN/raw.java.pid"
  psql -qAt -d raw -c 'select 1' >/dev/null 2>&1 || psql -q -d postgres -c 'CREATE DATABASE raw'
  java -Xmx1g -cp "$JAR" chat.parley.bench.ceiling.RawRelay $((RAWJ_PORT + 1)) "jdbc:postgresql://127.0.0.1:$PGPORT/raw?user=postgres" >"$RUN/raw.javapg.log" 2>&1 &
  echo $! >"$RUN/raw.javapg.pid"
  wait_port $RAWWS_PORT; wait_port $RAWJ_PORT; wait_port $((RAWJ_PORT + 1))
  ;;
stop) for f in "$RUN"/raw.*.pid; do [ -f "$f" ] && stop_pid "$f"; done; true ;;
pids) echo "server:$(cat "$RUN/raw.$2.pid")" ;;
esac
