// Ceiling: bare relay on Node `ws`, no database. Binary protocol of RawDriver:
//   in  1 hello(user i32)  2 open(conv i32)  3 send(conv i32, tag i32, payload)
//   out 1 hello ok         2 open ok(conv)   3 ack(tag i32)   4 message(conv i32, payload)
'use strict';
const { WebSocketServer } = require('ws');
const rooms = new Map();
const wss = new WebSocketServer({ host: '127.0.0.1', port: +process.env.PORT, backlog: 4096, perMessageDeflate: false, skipUTF8Validation: true });
wss.on('connection', (ws) => {
  const mine = new Set();
  ws.on('message', (d) => {
    const type = d[0];
    if (type === 3) {
      const room = rooms.get(d.readInt32BE(1));
      const out = Buffer.allocUnsafe(d.length - 4);
      out[0] = 4; d.copy(out, 1, 1, 5); d.copy(out, 5, 9);
      for (const s of room) if (s !== ws) s.send(out);
      const ack = Buffer.allocUnsafe(5);
      ack[0] = 3; d.copy(ack, 1, 5, 9);
      ws.send(ack);
    } else if (type === 2) {
      const c = d.readInt32BE(1);
      let room = rooms.get(c);
      if (!room) rooms.set(c, room = new Set());
      room.add(ws); mine.add(c); ws.send(Buffer.from(d));
    } else ws.send(Buffer.from([1]));
  });
  ws.on('close', () => { for (const c of mine) rooms.get(c).delete(ws); });
});
wss.on('listening', () => console.log('listening'));
