import type { KeyConcern } from '@/workers/crypto/model';
import { ApiProblem } from '@/lib/api/problem';
import type { Conversation, ConversationMember, Person } from '@/lib/api/types';
import {
  toldNotifications,
  withNotifications,
} from '@/lib/notification/conversation-notifications';
import { peopleOf } from '@/lib/group/group-event';
import {
  foldDirect,
  foldGroup,
  nameIn,
  NO_NAME,
  withMembers,
  withName,
} from '@/lib/group/group-fold';
import type { ClientFrame, Entry } from '@/lib/socket/frames';
import { SocketLink, type OpenSocket } from '@/lib/socket/socket-link';
import {
  conversationStream,
  isConversationStream,
  ownerOf,
  type StreamId,
} from '@/lib/socket/streams';
import type { LocalStorage } from '@/lib/storage/local-storage';
import { EndToEnd, type Backup, type Groups } from './end-to-end';
import { continuesChain, GENESIS } from './entry-hash';
import type { Change, Command } from './replica-changes';
import { Schedule } from './schedule';
import type { SyncEffect, SyncEvent, TimerName } from './sync-events';
import { SyncProtocol } from './sync-protocol';

/** So many entries of a conversation come to a browser that has none; older ones when asked for. */
const FIRST_VISIT_ENTRIES = 50;

/** When more people than this have no name yet, the list of members is asked, and not for each. */
const ASKED_ONE_BY_ONE = 10;

/** What the engine needs of the server besides the socket. */
export interface SyncServer {
  issueTicket(): Promise<string>;
  conversations(): Promise<Conversation[]>;
  conversation(id: string): Promise<Conversation>;
  /** Everybody in a group. */
  members(conversation: string): Promise<ConversationMember[]>;
  person(id: string): Promise<Person>;
}

export interface SyncEngineOptions {
  account: string;
  device: string;
  url: string;
  server: SyncServer;
  storage: LocalStorage;
  openSocket: OpenSocket;
  /** The groups of end-to-end encrypted conversations (RFC 9420), as this device is in them. */
  groups: Groups;
  /** The backup of what is read in them. */
  backup: Backup;
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
  private readonly learning = new Map<string, News | undefined>();
  /** By conversation and account: whose names were asked for. */
  private readonly namesAsked = new Set<string>();
  private readonly endToEnd: EndToEnd;
  private link: SocketLink | undefined;
  private connection = 0;
  private queue: Promise<void> = Promise.resolve();
  private early: SyncEvent[] | undefined = [];
  private isStopped = false;
  private status: Change & { type: 'status' } = { type: 'status', status: 'connecting' };
  private heads: Change & { type: 'heads' } = { type: 'heads', heads: {} };
  private readonly schedule = new Schedule((cid) => this.happen({ type: 'retried', cid }));
  private readonly keysChanged = new Map<string, KeysChanged>();
  private clock: Change & { type: 'clock' } = { type: 'clock', aheadMs: 0 };

  constructor(private readonly options: SyncEngineOptions) {
    this.protocol = new SyncProtocol(options.random);
    const { account, storage, groups, backup, onChange } = options;
    this.endToEnd = new EndToEnd({
      account,
      storage,
      groups,
      backup,
      store: (work) => this.store(work),
      onRead: (stream, entries) => onChange({ type: 'read-later', stream, entries }),
      onContradiction: (row) => onChange({ type: 'contradicted', row }),
      onKeysChanged: (conversation, concerns) => this.tellOfKeys(conversation, concerns),
    });
  }

  /** Begins; resolves when the protocol has been handed what is stored. */
  async start(): Promise<void> {
    const { storage, account } = this.options;
    this.endToEnd.note(await storage.directory.conversations());
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
    outbox.forEach((item) => this.schedule.add(item));
    const early = this.early ?? [];
    this.early = undefined;
    early.forEach((event) => this.happen(event));
  }

  /** Takes what a tab asks for, or what the browser tells about its network. */
  handle(
    event: Exclude<Command, { type: 'report' | 'accept-keys' }> | { type: 'online' | 'offline' },
  ): void {
    if (event.type === 'enqueued') {
      this.schedule.add(event.item);
    } else if (event.type === 'discarded') {
      this.schedule.remove(event.cid);
    }
    if (this.early === undefined) {
      this.happen(event);
    } else {
      this.early.push(event);
    }
  }

  /** The root of the account has come: what was locked here may be in the backup. */
  restore(): void {
    void this.endToEnd.restoreAll();
  }

  /** Tells a tab that came later how things are. */
  report(): void {
    this.options.onChange(this.status);
    this.options.onChange(this.heads);
    this.options.onChange(this.clock);
    this.keysChanged.forEach((change) => this.options.onChange(change));
  }

  stop(): void {
    this.happen({ type: 'stop' });
    this.isStopped = true;
    for (const timer of this.timers.values()) {
      clearTimeout(timer);
    }
    this.endToEnd.stop();
    this.schedule.stop();
  }

  /** What somebody has to look at before anything is encrypted; nothing any more when it is empty. */
  tellOfKeys(conversation: string, concerns: KeyConcern[]): void {
    const change: KeysChanged = { type: 'keys-changed', conversation, concerns };
    this.keysChanged.set(conversation, change);
    this.options.onChange(change);
  }

  /** Goes on in a conversation with keys that have changed: a person has looked. */
  acceptKeys(conversation: string): void {
    void this.endToEnd.acceptKeys(conversation);
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
        return this.send(effect.connection, effect.frame);
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
          await this.endToEnd.passOver(effect.stream);
          const row = await storage.log.passOver(effect.stream, effect.to);
          onChange({ type: 'skipped', row });
          if (isConversationStream(row.stream)) {
            void this.learn(ownerOf(row.stream), { isSkipped: true });
          }
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
      case 'looked':
        return onChange(effect);
      case 'present':
        return onChange({ ...effect, at: new Date(this.options.clock()).toISOString() });
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
      void this.endToEnd.register();
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

  private send(connection: number, frame: ClientFrame): void {
    if (!this.endToEnd.encrypts(frame)) {
      this.link?.send(frame);
      return;
    }
    void this.endToEnd.outgoing(frame).then((outgoing) => {
      if (outgoing.type === 'error') {
        this.happen({ type: 'frame', connection, frame: outgoing });
      } else if (connection === this.connection) {
        this.link?.send(outgoing);
      }
    });
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
    void this.inTurn(work);
  }

  /** Does something to the database after everything that was asked of it before. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(work).catch((error: unknown) => {
      if (!this.isStopped) {
        console.error('What the server sent could not be stored on this device.', error);
        this.happen({ type: 'commit-failed' });
      }
    });
    return this.queue;
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
      const read = await this.endToEnd.read(stream);
      if (isConversationStream(stream)) {
        // Before anybody sees who has come, and writes to him.
        this.endToEnd.follow(ownerOf(stream), stored.entries);
      }
      const earlier = [...read.values()].filter(({ seq }) => seq <= row.cursor);
      if (earlier.length > 0) {
        this.options.onChange({ type: 'read-later', stream, entries: earlier });
      }
      this.options.onChange({
        type: 'appended',
        row: stored.row,
        entries: stored.entries.map((entry) => read.get(entry.seq) ?? entry),
      });
      await this.follow(stream, stored.entries);
    }
    this.happen({ type: 'committed', stream, cursor: stored.row.cursor, cids });
  }

  private async prepend(stream: StreamId, page: readonly Entry[], more: boolean): Promise<void> {
    const { log } = this.options.storage;
    const row = await log.row(stream);
    const following = await log.asReceived(stream, row.floor, row.floor + 1);
    const previous = page[0]?.seq === 1 ? GENESIS : undefined;
    const isWhole = await continuesChain(previous, [...page, ...following]);
    const stored = await log.prepend(stream, page, more, !isWhole);
    this.options.onChange({ type: 'prepended', ...stored });
    void this.endToEnd.restore(stream, stored.row.floor, row.floor);
    if (isConversationStream(stream)) {
      void this.learnNames(ownerOf(stream), stored.entries);
    }
  }

  private async resync(): Promise<void> {
    const { storage, onChange } = this.options;
    await storage.log.clear();
    for (const { id, type } of await storage.directory.conversations()) {
      if (type === 'group') {
        // What the lost part of the log told of its members is not true any more.
        await storage.directory.update(id, (known) => ({ ...known, members: [], head: 0 }));
      }
    }
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

  /** What entries tell of conversations: that there is one, that it is over, and who is in it. */
  private async follow(stream: StreamId, entries: readonly Entry[]): Promise<void> {
    if (isConversationStream(stream)) {
      const id = ownerOf(stream);
      await this.change(id, (known) => this.folded(known, entries));
      void this.learn(id).then(() => this.learnNames(id, entries));
      return;
    }
    for (const entry of entries) {
      const wish = toldNotifications(entry);
      if (wish !== undefined) {
        await this.change(wish.conversation, (known) => withNotifications(known, wish));
      }
      const { conversation, joinedSeq, leftSeq } = membership(entry);
      if (conversation === undefined) {
        continue;
      }
      if (entry.kind === 'conversation.opened') {
        void this.learn(conversation, { joinedSeq });
      } else if (leftSeq !== undefined) {
        await this.change(conversation, (known) =>
          known.leftSeq === undefined && known.joinedSeq <= leftSeq ? { ...known, leftSeq } : known,
        );
      }
    }
  }

  private folded(known: Conversation, entries: readonly Entry[]): Conversation {
    return known.type === 'group'
      ? foldGroup(known, entries, this.options.account)
      : foldDirect(known, entries);
  }

  private async change(id: string, change: (known: Conversation) => Conversation): Promise<void> {
    const changed = await this.options.storage.directory.update(id, change);
    if (changed !== undefined) {
      this.options.onChange({ type: 'conversations', conversations: [changed] });
    }
  }

  /**
   * Asks the server about a conversation that this device has never heard of, of which it has missed
   * something, or to which this person has come back.
   */
  private async learn(id: string, news?: News): Promise<void> {
    const { storage, server } = this.options;
    if (this.learning.has(id)) {
      // The answer that is on its way may be older than the news.
      this.learning.set(id, news ?? this.learning.get(id));
      return;
    }
    this.learning.set(id, undefined);
    try {
      const known = await storage.directory.get(id);
      if (known === undefined || isOutdated(known, news)) {
        await this.keep([await server.conversation(id)]);
      } else {
        // A tab may have stored it.
        this.endToEnd.note([known]);
        if (lacksMembers(known)) {
          await this.learnMembers(id);
        }
      }
    } catch {
      // The next entry, or the next start, asks again.
    } finally {
      const newer = this.learning.get(id);
      this.learning.delete(id);
      if (newer !== undefined) {
        await this.learn(id, newer);
      }
    }
  }

  private async keep(conversations: Conversation[]): Promise<void> {
    const { directory } = this.options.storage;
    const kept: Conversation[] = [];
    await this.inTurn(async () => {
      for (const conversation of conversations) {
        kept.push(await this.merge(conversation));
      }
      await directory.put(kept);
      this.endToEnd.note(kept);
      for (const { id, watermarks } of kept) {
        await directory.mergeWatermarks(id, watermarks);
        this.options.onChange({ type: 'marks', conversation: id, list: watermarks });
      }
      this.options.onChange({ type: 'conversations', conversations: kept });
    });
    void this.learnMembersOf(kept.filter(lacksMembers));
  }

  /** One group after the other: at a first visit there may be many. */
  private async learnMembersOf(groups: readonly Conversation[]): Promise<void> {
    for (const { id } of groups) {
      try {
        await this.learnMembers(id);
      } catch {
        // The next entry, or the next start, asks again.
      }
    }
  }

  /**
   * What the server says of a conversation. Nothing that it says makes one that is encrypted end to
   * end here into one that is not.
   */
  private async merge(fresh: Conversation): Promise<Conversation> {
    const known = await this.options.storage.directory.get(fresh.id);
    const kind = known?.kind === 'e2ee' ? known.kind : fresh.kind;
    return fresh.type === 'group' ? this.mergeGroup({ ...fresh, kind }, known) : { ...fresh, kind };
  }

  /**
   * A group has its members if the log has told of them all along, and what is stored here and may be
   * newer than the answer.
   */
  private async mergeGroup(fresh: Conversation, known?: Conversation): Promise<Conversation> {
    const { log } = this.options.storage;
    const stream = conversationStream(fresh.id);
    const { floor, cursor } = await log.row(stream);
    const isFollowed =
      known?.joinedSeq === fresh.joinedSeq && known.head >= floor && known.members.length > 0;
    const told = isFollowed || (known !== undefined && fresh.leftSeq !== undefined) ? known : fresh;
    const seen = isFollowed ? Math.min(known.head, fresh.head) : fresh.head;
    // The head may be newer than the rest of the answer: what lies shortly before it is told again.
    const from = seen - FIRST_VISIT_ENTRIES;
    const head = Math.min(fresh.head, Math.max(cursor, isFollowed ? known.head : from));
    const now = this.folded(
      { ...fresh, members: told.members, former: known?.former, head: from },
      await log.entries(stream, from, cursor),
    );
    return { ...now, head: Math.max(now.head, head) };
  }

  /** Asks who is in a group, and adds what the log has told since. */
  private async learnMembers(id: string): Promise<void> {
    const { directory, log } = this.options.storage;
    const asked = (await directory.get(id))?.head ?? 0;
    const members = await this.options.server.members(id);
    await this.inTurn(async () => {
      const stream = conversationStream(id);
      const { cursor } = await log.row(stream);
      const since = await log.entries(stream, asked, cursor);
      await this.change(id, (known) =>
        known.leftSeq === undefined
          ? withMembers(known, members, asked, since, this.options.account)
          : known,
      );
    });
  }

  /** Asks who those are of whom a group's entries tell, and who are no members any more. */
  private async learnNames(id: string, entries: readonly Entry[]): Promise<void> {
    const { storage, server } = this.options;
    try {
      const group = await storage.directory.get(id);
      if (group?.type !== 'group') {
        return;
      }
      const people = entries.flatMap((entry) => [
        ...(entry.by === undefined ? [] : [entry.by]),
        ...peopleOf(entry),
      ]);
      const unnamed = [...new Set(people)].filter(
        (person) => nameIn(group, person) === undefined && !this.namesAsked.has(`${id} ${person}`),
      );
      if (unnamed.length > ASKED_ONE_BY_ONE && group.leftSeq === undefined) {
        await this.learnMembers(id);
      }
      for (const person of unnamed) {
        if (nameIn(await storage.directory.get(id), person) === undefined) {
          this.namesAsked.add(`${id} ${person}`);
          const named = await server.person(person).catch(nobody(person));
          await this.inTurn(() =>
            this.change(id, (known) => (named === undefined ? known : withName(known, named))),
          );
        }
      }
    } catch {
      // Without a name they are "somebody"; the next start asks again.
    }
  }
}

type KeysChanged = Change & { type: 'keys-changed' };

/** What makes this device ask about a conversation that it knows. */
interface News {
  /** This person has joined it, from this entry on. */
  joinedSeq?: number;
  /** Entries of it will never come. */
  isSkipped?: boolean;
}

function isOutdated(known: Conversation, { joinedSeq, isSkipped }: News = {}): boolean {
  return (
    (joinedSeq ?? 0) > known.joinedSeq ||
    (isSkipped === true && known.type === 'group' && known.leftSeq === undefined)
  );
}

/** Who has no account any more has no name either. */
function nobody(id: string): (error: unknown) => Person | undefined {
  return (error) => {
    if (error instanceof ApiProblem && error.status === 410) {
      return { id, username: NO_NAME };
    }
    if (error instanceof ApiProblem && error.status === 404) {
      return undefined;
    }
    throw error;
  };
}

/** Whether who is in a group has not been asked yet, or without an answer. */
function lacksMembers({ type, members, leftSeq }: Conversation): boolean {
  return type === 'group' && members.length === 0 && leftSeq === undefined;
}

/** What an entry of a person's own stream says of a membership. */
function membership({ kind, body }: Entry): {
  conversation?: string;
  joinedSeq?: number;
  leftSeq?: number;
} {
  const isOfMembership = kind === 'conversation.opened' || kind === 'conversation.closed';
  const fields: unknown = isOfMembership && body !== undefined ? JSON.parse(body) : undefined;
  if (typeof fields !== 'object' || fields === null) {
    return {};
  }
  const { conversation, joinedSeq, leftSeq } = fields as Record<string, unknown>;
  return {
    ...(typeof conversation === 'string' ? { conversation } : {}),
    ...(typeof joinedSeq === 'number' ? { joinedSeq } : {}),
    ...(typeof leftSeq === 'number' ? { leftSeq } : {}),
  };
}
