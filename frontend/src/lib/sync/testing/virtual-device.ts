import type { Entry } from '@/lib/socket/frames';
import type { StreamId } from '@/lib/socket/streams';
import type { OutboxItem } from '../outbox-item';
import type { ConnectionStatus, SyncEffect, SyncEvent, TimerName } from '../sync-events';
import { SyncProtocol } from '../sync-protocol';
import type { VirtualConnection, VirtualServer } from './virtual-server';

type Append = SyncEffect & { type: 'append' };

/**
 * A device under test: the real protocol, a database in memory whose transactions finish when the
 * test says so, and a wire that delivers, doubles and breaks when the test says so.
 */
export class VirtualDevice {
  // What survives a crash.
  readonly stored = new Map<StreamId, Entry[]>();
  outbox: OutboxItem[] = [];
  readonly reads: Record<string, number> = {};
  private generation: string | undefined;

  status: ConnectionStatus = 'stopped';
  now = 0;
  connects = 0;
  /** How long each timer was set for. */
  readonly pauses: number[] = [];
  private protocol: SyncProtocol;
  private isOnline = true;
  private pendingConnect: number | undefined;
  private current: { id: number; wire: VirtualConnection } | undefined;
  private commits: Append[] = [];
  private timers = new Map<TimerName, number>();

  /**
   * @param mistake what the device makes of an effect instead of carrying it out as it is: how a
   *     mistake is planted that the tests must find
   */
  constructor(
    private readonly server: VirtualServer,
    private readonly random: () => number,
    private readonly mistake: (effect: SyncEffect) => SyncEffect[] = (effect) => [effect],
  ) {
    this.protocol = new SyncProtocol(random);
    this.start();
  }

  // --- What the world does

  write(conversation: string, body: string): void {
    const item: OutboxItem = {
      cid: `cid-${body}`,
      conversation,
      body,
      createdAt: '2026-11-21T00:00:00.000Z',
      state: 'queued',
    };
    this.outbox.push(item);
    this.happen({ type: 'enqueued', item });
  }

  read(conversation: string, seq: number): void {
    this.reads[conversation] = Math.max(seq, this.reads[conversation] ?? 0);
    this.happen({ type: 'read', conversation, seq });
  }

  acceptConnection(): boolean {
    const id = this.pendingConnect;
    if (id === undefined) {
      return false;
    }
    this.pendingConnect = undefined;
    this.current = { id, wire: this.server.accept() };
    this.happen({ type: 'opened', connection: id, ticket: 'ticket', device: 'device' });
    return true;
  }

  refuseConnection(): void {
    const id = this.pendingConnect;
    if (id !== undefined) {
      this.pendingConnect = undefined;
      this.happen({ type: 'connect-failed', connection: id, reason: 'unavailable' });
    }
  }

  deliverUp(): boolean {
    const wire = this.current?.wire;
    const frame = wire?.up.shift();
    if (wire === undefined || frame === undefined) {
      return false;
    }
    if (frame.type === 'hello' && !this.server.knows(frame)) {
      this.cut(4450);
    } else {
      this.server.receive(wire, frame);
    }
    return true;
  }

  deliverDown(isDoubled = false): boolean {
    const frame = this.current?.wire.down.shift();
    if (this.current === undefined || frame === undefined) {
      return false;
    }
    const { id } = this.current;
    this.happen({ type: 'frame', connection: id, frame });
    if (isDoubled) {
      this.happen({ type: 'frame', connection: id, frame });
    }
    return true;
  }

  /** The connection breaks; what was on the wire is lost in both directions. */
  cut(code: number): void {
    if (this.current !== undefined) {
      const { id } = this.current;
      this.unplug();
      this.happen({ type: 'closed', connection: id, code });
    }
  }

  /** The oldest pending transaction of the database finishes. */
  commit(): boolean {
    const append = this.commits.shift();
    if (append === undefined) {
      return false;
    }
    const log = this.storedLog(append.stream);
    for (const entry of append.entries) {
      if (entry.seq > log.length) {
        if (entry.seq !== log.length + 1) {
          throw new Error(`${append.stream} jumps from ${log.length} to ${entry.seq}`);
        }
        log.push(entry);
      }
    }
    const cids = append.entries.flatMap(({ cid }) => (cid === undefined ? [] : [cid]));
    this.outbox = this.outbox.filter(({ cid }) => !cids.includes(cid));
    this.happen({ type: 'committed', stream: append.stream, cursor: log.length, cids });
    return true;
  }

  /** Time goes on to the next timer. */
  nextTimer(): boolean {
    const next = [...this.timers].sort(([, a], [, b]) => a - b)[0];
    if (next === undefined) {
      return false;
    }
    this.timers.delete(next[0]);
    this.now = Math.max(this.now, next[1]);
    this.happen({ type: 'timer', name: next[0] });
    return true;
  }

  network(isOnline: boolean): void {
    this.isOnline = isOnline;
    this.happen({ type: isOnline ? 'online' : 'offline' });
  }

  /** The tab dies, transactions that had not finished are gone, and it is opened again. */
  crash(): void {
    this.unplug();
    this.pendingConnect = undefined;
    this.commits = [];
    this.timers = new Map();
    this.protocol = new SyncProtocol(this.random);
    this.start();
  }

  storedLog(stream: StreamId): Entry[] {
    let log = this.stored.get(stream);
    if (log === undefined) {
      log = [];
      this.stored.set(stream, log);
    }
    return log;
  }

  isQuiet(): boolean {
    return (
      this.status === 'online' &&
      !this.timers.has('ack') &&
      this.commits.length === 0 &&
      this.outbox.length === 0 &&
      this.current?.wire.up.length === 0 &&
      this.current.wire.down.length === 0
    );
  }

  // --- What the protocol does

  happen(event: SyncEvent): void {
    for (const effect of this.protocol.handle(event, this.now)) {
      this.mistake(effect).forEach((each) => this.carryOut(each));
    }
  }

  private start(): void {
    this.happen({
      type: 'start',
      start: {
        account: 'me',
        ...(this.generation === undefined ? {} : { generation: this.generation }),
        outbox: this.outbox,
        reads: this.reads,
        knownReads: {},
        online: this.isOnline,
        cursors: Object.fromEntries([...this.stored].map(([id, log]) => [id, log.length])),
      },
    });
  }

  private carryOut(effect: SyncEffect): void {
    switch (effect.type) {
      case 'connect':
        this.connects += 1;
        this.pendingConnect = effect.connection;
        return;
      case 'disconnect':
        this.pendingConnect = undefined;
        return this.unplug();
      case 'send':
        this.current?.wire.up.push(effect.frame);
        return;
      case 'set-timer':
        this.timers.set(effect.name, this.now + effect.afterMs);
        this.pauses.push(effect.afterMs);
        return;
      case 'clear-timer':
        this.timers.delete(effect.name);
        return;
      case 'append':
        this.commits.push(effect);
        return;
      case 'outbox-changed':
        this.outbox = this.outbox.map((item) =>
          item.cid === effect.item.cid ? effect.item : item,
        );
        return;
      case 'outbox-settled':
        this.outbox = this.outbox.filter((item) => item.cid !== effect.cid);
        return;
      case 'generation':
        this.generation = effect.generation;
        return;
      case 'resync':
        return this.resync();
      case 'status':
        this.status = effect.status;
    }
  }

  /** As the engine does it: the log goes, the outbox stays and is sent again. */
  private resync(): void {
    this.stored.clear();
    this.commits = [];
    this.generation = undefined;
    this.outbox = this.outbox.map((item) =>
      item.state === 'stored' ? { ...item, state: 'queued', seq: undefined } : item,
    );
    this.start();
  }

  private unplug(): void {
    if (this.current !== undefined) {
      if (this.server.connection === this.current.wire) {
        this.server.connection = undefined;
      }
      this.current = undefined;
    }
  }
}
