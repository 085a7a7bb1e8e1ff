#!/bin/bash
# Parley and every peer: all.sh start | stop. They stay up side by side; idle ones take no measurable CPU.
set -eu
P=$(cd "$(dirname "$0")" && pwd)
case "$1" in
start)
  "$P/pg/pg.sh" start
  "$P/nodechat/nodechat.sh" start sio1 20100 1 ordered
  "$P/nodechat/nodechat.sh" start sio1batch 20110 1 batch
  "$P/nodechat/nodechat.sh" start sio2 20120 2 ordered
  "$P/nodechat/nodechat.sh" start sio2batch 20130 2 batch
  "$P/nodechat/nodechat.sh" start sio1each 20140 1 each
  "$P/ejabberd/ejabberd.sh" start
  "$P/prosody/prosody.sh" start
  "$P/rawws/rawws.sh" start
  "$P/parley/parley.sh" start parley1 20500 1
  "$P/parley/parley.sh" start parley2 20600 2
  ;;
stop)
  "$P/parley/parley.sh" stop parley1; "$P/parley/parley.sh" stop parley2
  "$P/rawws/rawws.sh" stop; "$P/prosody/prosody.sh" stop; "$P/ejabberd/ejabberd.sh" stop
  for n in sio1 sio1batch sio2 sio2batch sio1each; do "$P/nodechat/nodechat.sh" stop $n; done
  "$P/pg/pg.sh" stop
  ;;
esac
