import { ApiProblem } from '@/lib/api/problem';
import type { Conversation } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';
import { SocketLink, type OpenSocket } from '@/lib/socket/socket-link';
import {
  conversationStream,
  isConversationStream,
  ownerOf,
  type StreamId,
} from '@/lib/socket/streams';
import type { LocalStorage } from '@/lib/storage/local-storage';
import { continuesChain, GENESIS } from './entry-hash';
import type { Change, Command } from './replica-changes';
import type { SyncEffect, SyncEvent, TimerName } from './sync-events';
import { SyncProtocol } from './sync-protocol';

/** So many entries of a conversation come to a browser that has none; older ones when asked for. */
const FIRST_VISIT_ENTRIES = 50;

/** What the engine needs of the server besides the socket. */
export interface SyncServer {
  issueTicket(): Promise<string>;
  conversations(): Promise<Conversation[]>;
  conversation(id: string): Promise<Conversation>;
}

export interface SyncEngineOptions {
  account: string;
  device: string;
  url: string;
  server: SyncServer;
  storage: LocalStorage;
  openSocket: OpenSocket;
  isOnline: () => boolean;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
  /** Milliseconds since 1970, by this device. */
  clock: () => number;
  /** A number from 0 (inclusive) to 1. */
  random: () => number;
  onChange: (change: Change) => void;
  onEnded: (why: 'signed-out' | 'wiped') => void;
}

/**
 * Carries out what {@link SyncProtocol} says: the socket, the timers and the local database. One
 * tab runs it. Everything that touches the database goes through one queue, in the order in which
 * the protocol asked for it.
 */
export class SyncEngine {
  private readonly protocol: SyncProtocol;
  private readonly timers = new Map<TimerName, ReturnType<typeof setTimeout>>();
  private readonly learning = new Set<string>();
  private link: SocketLink | undefined;
  private connection = 0;
  private queue: Promise<void> = Promise.resolve();
  private early: SyncEvent[] | undefined = [];
  private isStopped = false;
  private status: Change & { type: 'status' } = { type: 'status', status: 'connecting' };
  private heads: Change & { type: 'heads' } = { type: 'heads', heads: {} };
  private clock: Change & { type: 'clock' } = { type: 'clock', aheadMs: 0 };

  constructor(private readonly options: SyncEngineOptions) {
    this.protocol = new SyncProtocol(options.random);
  }

  /** Begins; resolves when the protocol has been handed what is stored. */
  async start(): Promise<void> {
    const { storage, account } = this.options;
    const rows = await storage.log.rows();
    if (rows.length === 0) {
      await this.beginConversations();
    } else {
      void this.refreshConversations();
    }
    const [streams, outbox, reads, watermarks, generation] = await Promise.all([
      storage.log.rows(),
      storage.outbox.all(),
      storage.directory.reads(),
      storage.directory.watermarks(),
      storage.generation(),
    ]);
    const own = watermarks.filter(({ user }) => user === account);
    this.happen({
      type: 'start',
      start: {
        account,
        generation,
        outbox,
        reads,
        online: this.options.isOnline(),
        cursors: Object.fromEntries(streams.map((row) => [row.stream, row.cursor])),
        knownReads: Object.fromEntries(own.map((mark) => [mark.conversation, mark.read])),
      },
    });
    const early = this.early ?? [];
    this.early = undefined;
    early.forEach((event) => this.happen(event));
  }

  /** Takes what a tab asks for, or what the browser tells about its network. */
  handle(event: Exclude<Command, { type: 'report' }> | { type: 'online' | 'offline' }): void {
    if (this.early === undefined) {
      this.happen(event);
    } else {
      this.early.push(event);
    }
  }

  /** Tells a tab that came later how things are. */
  report(): void {
    this.options.onChange(this.status);
    this.options.onChange(this.heads);
    this.options.onChange(this.clock);
  }

  stop(): void {
    this.happen({ type: 'stop' });
    this.isStopped = true;
    for (const timer of this.timers.values()) {
      clearTimeout(timer);
    }
  }

  /** Resolves when everything asked of the database so far is done. */
  settled(): Promise<void> {
    return this.queue;
  }

  private happen(event: SyncEvent): void {
    if (this.isStopped) {
      return;
    }
    for (const effect of this.protocol.handle(event, this.options.now())) {
      this.carryOut(effect);
    }
  }

  private carryOut(effect: SyncEffect): void {
    const { storage, onChange } = this.options;
    switch (effect.type) {
      case 'connect':
        this.connection = effect.connection;
        void this.connect(effect.connection);
        return;
      case 'send':
        return this.link?.send(effect.frame);
      case 'disconnect':
        this.link?.close();
        this.link = undefined;
        return;
      case 'set-timer':
        return this.setTimer(effect.name, effect.afterMs);
      case 'clear-timer':
        return clearTimeout(this.timers.get(effect.name));
      case 'append':
        return this.store(() => this.append(effect.stream, effect.entries, effect.unverified));
      case 'skip':
        return this.store(async () => {
          const row = await storage.log.skip(effect.stream, effect.to);
          onChange({ type: 'skipped', row });
          this.happen({ type: 'committed', stream: row.stream, cursor: row.cursor, cids: [] });
        });
      case 'prepend':
        return this.store(() => this.prepend(effect.stream, effect.entries, effect.more));
      case 'server-time':
        this.clock = { type: 'clock', aheadMs: Date.parse(effect.at) - this.options.clock() };
        onChange(this.clock);
        return;
      case 'heads':
        this.heads = { type: 'heads', heads: effect.heads };
        onChange(this.heads);
        return;
      case 'marks':
        return this.store(async () => {
          await storage.directory.mergeWatermarks(effect.conversation, effect.list);
          onChange(effect);
        });
      case 'typed':
        return onChange(effect);
      case 'outbox-changed':
        return this.store(async () => {
          await storage.outbox.update(effect.item);
          onChange({ type: 'outbox-put', item: effect.item });
        });
      case 'outbox-settled':
        return this.store(async () => {
          await storage.outbox.remove(effect.cid);
          onChange({ type: 'outbox-removed', cid: effect.cid });
        });
      case 'generation':
        return this.store(() => storage.setGeneration(effect.generation));
      case 'status':
        this.status = effect;
        onChange(effect);
        return;
      case 'resync':
        return this.store(() => this.resync());
      case 'wipe':
        return this.options.onEnded('wiped');
      case 'signed-out':
        return this.options.onEnded('signed-out');
    }
  }

  // --- Connection

  private async connect(connection: number): Promise<void> {
    try {
      const ticket = await this.options.server.issueTicket();
      if (connection !== this.connection || this.isStopped) {
        return;
      }
      const { device, url, openSocket } = this.options;
      this.link = new SocketLink(url, openSocket, {
        opened: () => this.happen({ type: 'opened', connection, ticket, device }),
        received: (frame) => this.happen({ type: 'frame', connection, frame }),
        closed: (code) => this.happen({ type: 'closed', connection, code }),
      });
    } catch (error) {
      const isSignedOut = error instanceof ApiProblem && error.status === 401;
      const reason = isSignedOut ? 'signed-out' : 'unavailable';
      this.happen({ type: 'connect-failed', connection, reason });
    }
  }

  private setTimer(name: TimerName, afterMs: number): void {
    clearTimeout(this.timers.get(name));
    this.timers.set(
      name,
      setTimeout(() => this.happen({ type: 'timer', name }), afterMs),
    );
  }

  // --- Storage

  private store(work: () => Promise<void>): void {
    this.queue = this.queue.then(work).catch((error: unknown) => {
      if (!this.isStopped) {
        console.error('What the server sent could not be stored on this device.', error);
        this.happen({ type: 'commit-failed' });
      }
    });
  }

  private async append(
    stream: StreamId,
    entries: readonly Entry[],
    unverified: boolean,
  ): Promise<void> {
    const { log } = this.options.storage;
    const row = await log.row(stream);
    const fresh = entries.filter((entry) => entry.seq > row.cursor);
    const previous = row.cursor === 0 ? GENESIS : row.hash;
    const isWhole = await continuesChain(previous, fresh);
    if (!isWhole && !unverified) {
      this.happen({ type: 'chain-broken', stream });
      return;
    }
    const stored = await log.append(stream, fresh, !isWhole);
    const cids = stored.entries.flatMap(({ cid }) => (cid === undefined ? [] : [cid]));
    if (stored.entries.length > 0) {
      this.options.onChange({ type: 'appended', ...stored });
      this.learnFrom(stream, stored.entries);
    }
    this.happen({ type: 'committed', stream, cursor: stored.row.cursor, cids });
  }

  private async prepend(stream: StreamId, page: readonly Entry[], more: boolean): Promise<void> {
    const { log } = this.options.storage;
    const row = await log.row(stream);
    const following = await log.entries(stream, row.floor, row.floor + 1);
    const previous = page[0]?.seq === 1 ? GENESIS : undefined;
    const isWhole = await continuesChain(previous, [...page, ...following]);
    const stored = await log.prepend(stream, page, more, !isWhole);
    this.options.onChange({ type: 'prepended', ...stored });
  }

  private async resync(): Promise<void> {
    const { storage, onChange } = this.options;
    await storage.log.clear();
    await storage.setGeneration(undefined);
    await storage.outbox.requeue();
    onChange({ type: 'reset' });
    // Not awaited: it waits for this queue itself.
    void this.start();
  }

  // --- Conversations

  /** On a browser that has nothing yet: begin each conversation near its end. */
  private async beginConversations(): Promise<void> {
    for (const { id, head, joinedSeq } of await this.refreshConversations()) {
      const origin = joinedSeq - 1;
      const cursor = Math.max(origin, head - FIRST_VISIT_ENTRIES);
      const row = await this.options.storage.log.begin(conversationStream(id), cursor, origin);
      this.options.onChange({ type: 'appended', row, entries: [] });
    }
  }

  private async refreshConversations(): Promise<Conversation[]> {
    try {
      const conversations = await this.options.server.conversations();
      await this.keep(conversations);
      return conversations;
    } catch {
      // Without the list the log alone tells; the next start asks again.
      return [];
    }
  }

  private learnFrom(stream: StreamId, entries: readonly Entry[]): void {
    if (isConversationStream(stream)) {
      void this.learn(ownerOf(stream));
      return;
    }
    for (const entry of entries) {
      const conversation =
        entry.kind === 'conversation.opened' ? openedConversation(entry) : undefined;
      if (conversation !== undefined) {
        void this.learn(conversation);
      }
    }
  }

  /** Asks the server about a conversation that this device has never heard of. */
  private async learn(id: string): Promise<void> {
    const { storage, server } = this.options;
    if (this.learning.has(id)) {
      return;
    }
    this.learning.add(id);
    try {
      if (!(await storage.directory.has(id))) {
        await this.keep([await server.conversation(id)]);
      }
    } catch {
      // The next entry, or the next start, asks again.
    } finally {
      this.learning.delete(id);
    }
  }

  private async keep(conversations: Conversation[]): Promise<void> {
    const { directory } = this.options.storage;
    await directory.put(conversations);
    for (const { id, watermarks } of conversations) {
      await directory.mergeWatermarks(id, watermarks);
      this.options.onChange({ type: 'marks', conversation: id, list: watermarks });
    }
    this.options.onChange({ type: 'conversations', conversations });
  }
}

function openedConversation(entry: Entry): string | undefined {
  const body: unknown = entry.body === undefined ? undefined : JSON.parse(entry.body);
  return typeof body === 'object' &&
    body !== null &&
    'conversation' in body &&
    typeof body.conversation === 'string'
    ? body.conversation
    : undefined;
}
