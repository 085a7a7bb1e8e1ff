import type { ClientFrame, Cursors, Entry, ServerFrame } from '@/lib/socket/frames';
import { conversationStream, ownerOf, type StreamId } from '@/lib/socket/streams';

/** The connection of the device under test, as the server sees it. */
export interface VirtualConnection {
  up: ClientFrame[];
  down: ServerFrame[];
  isWelcomed: boolean;
}

/** A server that keeps the promises of docs/protocol, over a network that keeps none. */
export class VirtualServer {
  readonly logs = new Map<StreamId, Entry[]>();
  readonly acknowledged: Cursors = {};
  readonly reads = new Map<string, number>();
  connection: VirtualConnection | undefined;
  generation = 'first';

  accept(): VirtualConnection {
    this.connection = { up: [], down: [], isWelcomed: false };
    return this.connection;
  }

  /** Appends an entry, and tells the connection unless the news get lost. */
  append(
    stream: StreamId,
    body: string,
    options: { cid?: string; isLost?: boolean; kind?: string } = {},
  ): Entry {
    const log = this.log(stream);
    const entry: Entry = {
      stream,
      seq: log.length + 1,
      kind: options.kind ?? 'message',
      at: '2026-11-21T00:00:00.000Z',
      by: options.cid === undefined ? 'other' : 'me',
      hash: `${stream}:${log.length + 1}`,
      body,
      ...(options.cid === undefined ? {} : { cid: options.cid }),
    };
    log.push(entry);
    if (this.connection?.isWelcomed === true && options.isLost !== true) {
      this.connection.down.push({ type: 'entries', stream, entries: [entry] });
    }
    return entry;
  }

  log(stream: StreamId): Entry[] {
    let log = this.logs.get(stream);
    if (log === undefined) {
      log = [];
      this.logs.set(stream, log);
    }
    return log;
  }

  /** Erases a body for ever: the entry stays as a tombstone, and the log says so. */
  purge(stream: StreamId, seq: number): void {
    const log = this.log(stream);
    const entry = log[seq - 1];
    if (entry !== undefined) {
      const tombstone = { ...entry };
      delete tombstone.body;
      log[seq - 1] = tombstone;
      this.append(stream, JSON.stringify({ seqs: [seq] }), { kind: 'message.purged' });
    }
  }

  /** A backup is brought back: what came after it is gone, and this is another log. */
  restore(length: number): void {
    for (const log of this.logs.values()) {
      log.splice(length);
    }
    // What was acknowledged of the log before says nothing of a device that begins anew.
    for (const stream of Object.keys(this.acknowledged) as StreamId[]) {
      this.acknowledged[stream] = 0;
    }
    this.generation = `${this.generation}'`;
  }

  /** Whether these cursors and this generation belong to another log: the close code is 4450. */
  knows(hello: ClientFrame & { type: 'hello' }): boolean {
    return (
      (hello.generation === undefined || hello.generation === this.generation) &&
      Object.entries(hello.cursors).every(
        ([stream, seq]) => seq <= this.log(stream as StreamId).length,
      )
    );
  }

  receive(connection: VirtualConnection, frame: ClientFrame): void {
    switch (frame.type) {
      case 'hello':
        return this.hello(connection, frame);
      case 'send':
        return this.send(connection, frame);
      case 'ack':
        for (const [stream, seq] of Object.entries(frame.cursors) as [StreamId, number][]) {
          this.acknowledged[stream] = Math.max(seq, this.acknowledged[stream] ?? 0);
        }
        return;
      case 'mark':
        this.reads.set(
          frame.conversation,
          Math.max(frame.read, this.reads.get(frame.conversation) ?? 0),
        );
        return;
      case 'ping':
        connection.down.push({ type: 'pong', n: frame.n });
        return;
      case 'fetch':
        connection.down.push({
          type: 'fetched',
          re: frame.id,
          ok: {
            entries: this.log(frame.stream).slice(
              Math.max(0, frame.before - 1 - frame.limit),
              frame.before - 1,
            ),
            more: frame.before - 1 > frame.limit,
          },
        });
    }
  }

  private hello(connection: VirtualConnection, frame: ClientFrame & { type: 'hello' }): void {
    connection.isWelcomed = true;
    connection.down.push({
      type: 'welcome',
      re: frame.id,
      connection: 'connection',
      generation: this.generation,
      at: '2026-11-21T00:00:00.000Z',
      heads: Object.fromEntries([...this.logs].map(([stream, log]) => [stream, log.length])),
      window: 64,
      heartbeat: 25,
      limits: { frameBytes: 131_072, bodyBytes: 65_536, inFlight: 16 },
      lines: true,
    });
    for (const [stream, log] of this.logs) {
      for (let from = frame.cursors[stream] ?? 0; from < log.length; from += 3) {
        connection.down.push({ type: 'entries', stream, entries: log.slice(from, from + 3) });
      }
      connection.down.push({ type: 'live', stream, seq: log.length });
      connection.down.push({
        type: 'marks',
        conversation: ownerOf(stream),
        list: [{ user: 'me', delivered: this.acknowledged[stream] ?? 0, read: 0 }],
      });
    }
  }

  private send(connection: VirtualConnection, frame: ClientFrame & { type: 'send' }): void {
    const stream = conversationStream(frame.conversation);
    const first = this.log(stream).find((entry) => entry.cid === frame.cid);
    const entry = first ?? this.append(stream, frame.body, { cid: frame.cid });
    connection.down.push({
      type: 'sent',
      re: frame.id,
      ok: { cid: frame.cid, stream, seq: entry.seq, at: entry.at },
    });
  }

  /** What the person wrote in a conversation, as everybody sees it. */
  ownBodies(stream: StreamId): string[] {
    return this.log(stream).flatMap((entry) => (entry.by === 'me' ? [entry.body ?? ''] : []));
  }
}
