#!/usr/bin/env bash
# Parley itself, as ./parley up starts it:
#   parley.sh start <name> <port base> <instances> | stop <name> | pids <name> | pg <name>
#   parley.sh entries <name> <conversation> | history <name> <conversation> <body>
#   parley.sh ticket <name> <run> <first user> <users> <devices> <group>
# Accounts, sessions and conversations are made once, by SQL, at the start. "ticket" issues the
# tickets of one run (what POST /api/socket-tickets does), makes a group of all these users when the
# number of one is given, and prints the cursors of their devices.
set -euo pipefail
. "$(dirname "$0")/../env.sh"
project=$(cd "$ROOT/.." && pwd)
name=$2
home=$RUN/$name

sql() {
  local port
  port=$(<"$home/database.port")
  PGPASSWORD=$(sed -n 's/^database=//p' "$home/keys/passwords.properties") \
    command psql -v ON_ERROR_STOP=1 -qAt -h 127.0.0.1 -p "$port" -U parley -d parley "$@"
}

pid() {
  sed -n "s/^process\.$1=\([0-9]*\)@.*/\1/p" "$home/run/state"
}

case $1 in
start)
  mkdir -p "$home"
  "$project/parley" up --detach --home "$home" --port-base "$3" --instances "$4" >"$RUN/$name.log"
  echo $(($3 + 10)) >"$home/database.port"
  sql -v users="$USERS" -f "$(dirname "$0")/seed.sql" >/dev/null
  ;;
stop) [[ ! -d $home ]] || "$project/parley" down --home "$home" >/dev/null ;;
pids)
  # The broker's share counts as the server's: it is part of every message over two instances.
  instances=$(sed -n 's/^process\.parley-[0-9]*=\([0-9]*\)@.*/\1/p' "$home/run/state" | paste -sd+)
  echo "server:$instances,broker:$(pid broker)"
  ;;
pg) pid postgres ;;
entries) sql -c "SELECT head FROM journal_stream WHERE kind = 'c' AND owner = '$(printf '01900000-0000-7000-8c00-%012x' "$3")'" ;;
history)
  # 100,000 messages of its two users, and waits until all are sealed.
  sql -v conversation="$(printf '01900000-0000-7000-8c00-%012x' "$3")" -v body="$4" -f "$(dirname "$0")/history.sql" >/dev/null
  until [[ $(sql -c "SELECT count(*) FROM journal_adoption") == 0 ]]; do sleep 1; done
  sql -c "VACUUM ANALYZE journal_entry, journal_adoption"
  ;;
ticket)
  sql -v run="$3" -v first="$4" -v users="$5" -v devices="$6" -v grp="${7:-0}" \
    -F ' ' -f "$(dirname "$0")/ticket.sql"
  ;;
esac
