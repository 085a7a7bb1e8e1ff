import { ApiProblem } from '@/lib/api/problem';
import type { Conversation } from '@/lib/api/types';
import type { HistoryBackup } from '@/lib/backup/history-backup';
import { groupEvents } from '@/lib/group/group-event';
import { isEncrypted } from '@/lib/message/message-body';
import type { GroupKeeper } from '@/lib/mls/group-keeper';
import { SealingRefused } from '@/lib/mls/sealing-refused';
import type { ClientFrame, Entry, ErrorFrame } from '@/lib/socket/frames';
import {
  conversationStream,
  isConversationStream,
  ownerOf,
  type StreamId,
} from '@/lib/socket/streams';
import type { StreamRow } from '@/lib/storage/database';
import type { LocalStorage } from '@/lib/storage/local-storage';
import type { Reading } from '@/lib/storage/log-store';
import type {
  EntryResult,
  FailureCause,
  KeyConcern,
  LogEntry,
  Waiting,
} from '@/workers/crypto/model';

/** What is needed of the keeper of groups. */
export type Groups = Pick<
  GroupKeeper,
  | 'register'
  | 'receive'
  | 'stored'
  | 'settle'
  | 'seal'
  | 'renew'
  | 'leave'
  | 'forgetDevices'
  | 'changedKeys'
  | 'acceptKeys'
>;

/** What is needed of the backup. */
export type Backup = Pick<HistoryBackup, 'changed' | 'restore'>;

export interface EndToEndOptions {
  account: string;
  storage: LocalStorage;
  groups: Groups;
  backup: Backup;
  /** Does something to the database after everything that was asked of it before. */
  store: (work: () => Promise<void>) => void;
  /** Entries that are stored could be read after all, or it is known now why not. */
  onRead: (stream: StreamId, entries: Entry[]) => void;
  /** The server has shown somebody another log of the conversation than this device. */
  onContradiction: (row: StreamRow) => void;
  /** Nothing is read or sent in a conversation until somebody has looked at the keys of these. */
  onKeysChanged: (conversation: string, concerns: KeyConcern[]) => void;
}

/** Somebody who has no device yet comes when he comes. */
const ASK_AGAIN_MS = 5_000;

/**
 * What kept from reading may be over by then: another tab that is just being closed. Each time that it
 * is not, twice as long, up to a bound.
 */
const READ_AGAIN_MS = 1_000;
const READ_AGAIN_AT_MOST_MS = 60_000;

/** What the server answers to whoever does not belong to a conversation any more. */
const NOT_INSIDE: ReadonlySet<number> = new Set([403, 404, 410]);

/** So many entries of a conversation are looked for in the backup at a time, the newest first. */
const RESTORED_AT_ONCE = 500;

/** So many of the newest entries are looked at when the app starts. */
const LOOKED_AT = 200;

/** Why a message cannot be read here, and may be in the backup: another browser has read it. */
const RESTORABLE: ReadonlySet<FailureCause> = new Set([
  'before-joining',
  'removed',
  'epoch-unknown',
  'state-lost',
  'handed-out',
]);

const NOTHING_READ: ReadonlyMap<number, Entry> = new Map();

/**
 * The part of the engine that is about conversations which are encrypted end to end (RFC 9420): reads
 * what is stored, encrypts what is sent, and has the group follow the conversation.
 */
export class EndToEnd {
  private readonly conversations = new Set<string>();
  /** Conversations of which it is known that they are not encrypted. */
  private readonly others = new Set<string>();
  private readonly settling = new Set<StreamId>();
  private readonly timers = new Map<StreamId, ReturnType<typeof setTimeout>>();
  /** How often reading had to be put off since it went well. */
  private readonly delays = new Map<StreamId, number>();
  /** What was done for reading to go on, since it went well. */
  private readonly doneFor = new Map<StreamId, string>();

  constructor(private readonly options: EndToEndOptions) {}

  /** Learns which conversations are encrypted. What is so stays so, whatever the server says later. */
  note(conversations: readonly Conversation[]): void {
    conversations
      .filter(({ id }) => !this.conversations.has(id))
      .forEach(({ id, kind }) => {
        if (kind !== 'e2ee') {
          this.others.add(id);
        } else {
          this.others.delete(id);
          this.conversations.add(id);
          // The app may have been closed between storing and reading.
          this.readLater(conversationStream(id));
          this.options.backup.changed(id);
          void this.restoreNewest(conversationStream(id));
        }
      });
  }

  /** The root of the account has come: all that is stored here and could not be read may be there. */
  async restoreAll(): Promise<void> {
    for (const conversation of this.conversations) {
      const stream = conversationStream(conversation);
      const { floor, cursor } = await this.options.storage.log.row(stream);
      await this.restore(stream, floor, cursor);
    }
  }

  /** Takes out of the backup what this browser came too late to read, or has lost the keys to. */
  async restore(stream: StreamId, after: number, upTo: number): Promise<void> {
    const { storage, backup } = this.options;
    if (!isConversationStream(stream) || !this.conversations.has(ownerOf(stream))) {
      return;
    }
    try {
      const missing = await storage.log.unreadable(stream, after, upTo, RESTORABLE);
      for (let end = missing.length; end > 0; end -= RESTORED_AT_ONCE) {
        const seqs = missing.slice(Math.max(0, end - RESTORED_AT_ONCE), end);
        const [first = 0, last = first] = [seqs[0], seqs.at(-1)];
        const texts = await backup.restore(ownerOf(stream), first - 1, last + 1);
        this.options.store(() => this.fill(stream, seqs, texts));
      }
    } catch {
      // The server is away. The next start tries again, and so does the root when it comes.
    }
  }

  private async fill(
    stream: StreamId,
    seqs: readonly number[],
    texts: ReadonlyMap<number, string>,
  ): Promise<void> {
    const readings = seqs.flatMap((seq) => {
      const text = texts.get(seq);
      return text === undefined ? [] : [{ seq, text }];
    });
    if (readings.length > 0) {
      const { log } = this.options.storage;
      this.options.onRead(stream, await log.keepRead(stream, readings, 0));
    }
  }

  private async restoreNewest(stream: StreamId): Promise<void> {
    const { floor, cursor } = await this.options.storage.log.row(stream);
    await this.restore(stream, Math.max(floor, cursor - LOOKED_AT), cursor);
  }

  stop(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.timers.clear();
  }

  /** Tells the server of this device, so that others can encrypt for it; every connection tries. */
  async register(): Promise<void> {
    try {
      await this.options.groups.register();
    } catch {
      // Whoever is not active yet, or not connected, is not there for others either.
    }
  }

  /**
   * Reads what is stored and was not read yet, as far as that goes; the rest follows as soon as what
   * is missing is there. Only in turn.
   *
   * @returns what was read, by its place
   */
  async read(stream: StreamId): Promise<ReadonlyMap<number, Entry>> {
    const { storage, groups } = this.options;
    if (!isConversationStream(stream)) {
      return NOTHING_READ;
    }
    const { readTo, floor, cursor } = await storage.log.row(stream);
    const entries = await storage.log.asReceived(stream, readTo ?? floor, cursor);
    const ofTheGroup = entries.flatMap(toLogEntry);
    if (ofTheGroup.length === 0) {
      return NOTHING_READ;
    }
    const conversation = ownerOf(stream);
    let received;
    try {
      received = await groups.receive(conversation, ofTheGroup);
    } catch {
      this.readAgain(stream);
      return NOTHING_READ;
    }
    const { results, waiting } = received;
    const upTo = waiting === undefined ? cursor : waiting.seq - 1;
    const kept = await storage.log.keepRead(stream, results.flatMap(toReading), upTo);
    await groups.stored(conversation, upTo);
    this.options.backup.changed(conversation);
    await this.compare(stream, results, entries);
    if (kept.some(({ unreadable }) => unreadable !== undefined)) {
      void this.restore(stream, readTo ?? floor, upTo);
    }
    if (waiting === undefined) {
      this.delays.delete(stream);
      this.doneFor.delete(stream);
    } else {
      void this.settle(stream, waiting);
    }
    return new Map(kept.map((entry) => [entry.seq, entry]));
  }

  /**
   * Compares what the authors of messages had of the log with what this device has: the same, or the
   * server tells different stories. What lies before this device came cannot be compared.
   */
  private async compare(
    stream: StreamId,
    results: readonly EntryResult[],
    entries: readonly Entry[],
  ): Promise<void> {
    const { log } = this.options.storage;
    for (const result of results) {
      const seen = 'plaintext' in result && 'seen' in result ? result.seen : undefined;
      if (seen === undefined) {
        continue;
      }
      const here = await log.hashOf(stream, seen.seq);
      const by = entries.find(({ seq }) => seq === result.seq)?.by;
      // Nobody has seen what comes after his message.
      if (by !== undefined && (seen.seq >= result.seq || (here ?? seen.hash) !== seen.hash)) {
        this.options.store(async () => {
          const row = await log.contradicted(stream, { seq: result.seq, by });
          this.options.onContradiction(row);
        });
        return;
      }
    }
  }

  /**
   * Entries are passed over that this device is not told of. Commits may be among them: it cannot
   * follow its group any more, and joins anew.
   */
  async passOver(stream: StreamId): Promise<void> {
    if (isConversationStream(stream) && this.conversations.has(ownerOf(stream))) {
      await this.options.groups.leave(ownerOf(stream));
    }
  }

  /**
   * What goes over the wire for a frame: a message is encrypted just before, for the group as it is
   * then. Or why it cannot be.
   */
  async outgoing(frame: ClientFrame): Promise<ClientFrame | ErrorFrame> {
    if (frame.type !== 'send') {
      return frame;
    }
    if (!(await this.isKnown(frame.conversation))) {
      return { type: 'error', re: frame.id, problem: NOT_NOW, retry: 'after' };
    }
    if (this.others.has(frame.conversation)) {
      return frame;
    }
    const { conversation, cid, body, notify, ...rest } = frame;
    try {
      const { cursor, hash } = await this.options.storage.log.row(conversationStream(conversation));
      const seen = hash === undefined ? undefined : { seq: cursor, hash };
      const encrypted = await this.options.groups.seal(conversation, cid, body, seen);
      // Whom a message names is said inside of it, and nowhere else.
      const called = Array.isArray(notify) ? undefined : notify;
      const sealed = { ...rest, ...encrypted, conversation, cid };
      return called === undefined ? sealed : { ...sealed, notify: called };
    } catch (error) {
      if (error instanceof SealingRefused && error.why === 'key-changed') {
        void this.tellOfKeys(conversation);
      }
      return { type: 'error', re: frame.id, ...problemOf(error) };
    }
  }

  /**
   * Whether a frame may only go out as {@link outgoing} says: also what is said in a conversation of
   * which nothing is known yet, because it may be one whose messages nobody else may read.
   */
  encrypts(frame: ClientFrame): boolean {
    return frame.type === 'send' && !this.others.has(frame.conversation);
  }

  /** Whether it is known if a conversation is encrypted: a tab may have stored it meanwhile. */
  private async isKnown(id: string): Promise<boolean> {
    if (!this.conversations.has(id) && !this.others.has(id)) {
      const stored = await this.options.storage.directory.get(id);
      this.note(stored === undefined ? [] : [stored]);
    }
    return this.conversations.has(id) || this.others.has(id);
  }

  /**
   * Who comes and goes is added to the group and removed from it: at once by whoever has caused it,
   * and by everybody else before the next message.
   */
  follow(conversation: string, entries: readonly Entry[]): void {
    const { groups, account } = this.options;
    const moves = entries.flatMap((entry) =>
      groupEvents(entry).flatMap((event) =>
        event.type === 'joined' || event.type === 'left' || event.type === 'removed'
          ? [{ by: entry.by, of: event.account, isIn: event.type === 'joined' }]
          : [],
      ),
    );
    if (moves.length === 0 || !this.conversations.has(conversation)) {
      return;
    }
    groups.forgetDevices(conversation);
    // Whoever goes himself has no say in the group any more.
    if (moves.some(({ by, of, isIn }) => by === account && (isIn || of !== account))) {
      // When it fails, the next message does it.
      groups.renew(conversation).catch(() => undefined);
    }
  }

  /** Goes on with keys that have changed, after a person has looked. */
  async acceptKeys(conversation: string): Promise<void> {
    try {
      await this.options.groups.acceptKeys(conversation);
      this.options.onKeysChanged(conversation, []);
      this.readLater(conversationStream(conversation));
    } catch {
      await this.tellOfKeys(conversation);
    }
  }

  /** Does what reading waits for, and reads on. */
  private async settle(stream: StreamId, waiting: Waiting): Promise<void> {
    if (this.settling.has(stream)) {
      return;
    }
    this.settling.add(stream);
    try {
      if (await this.options.groups.settle(ownerOf(stream), waiting)) {
        const what = JSON.stringify(waiting);
        // When the same is missing once more, it did not help, and would not at once.
        if (this.doneFor.get(stream) === what) {
          this.readAgain(stream);
        } else {
          this.doneFor.set(stream, what);
          this.readLater(stream);
        }
      } else {
        await this.tellOfKeys(ownerOf(stream));
      }
    } catch (error) {
      if (error instanceof ApiProblem && NOT_INSIDE.has(error.status)) {
        this.giveUp(stream);
      } else {
        this.readAgain(stream);
      }
    } finally {
      this.settling.delete(stream);
    }
  }

  /**
   * Whoever does not belong to a conversation any more is told nothing about its devices, and cannot
   * read what waits for that. When he comes back, this device joins anew.
   */
  private giveUp(stream: StreamId): void {
    const { storage, groups, onRead } = this.options;
    this.options.store(async () => {
      const { readTo, floor, cursor } = await storage.log.row(stream);
      const entries = await storage.log.asReceived(stream, readTo ?? floor, cursor);
      const lost = entries
        .flatMap(toLogEntry)
        .filter(({ kind }) => kind === 'message')
        .map(({ seq }) => ({ seq, unreadable: 'removed' as const }));
      await groups.leave(ownerOf(stream));
      onRead(stream, await storage.log.keepRead(stream, lost, cursor));
      void this.restore(stream, readTo ?? floor, cursor);
    });
  }

  private async tellOfKeys(conversation: string): Promise<void> {
    try {
      const concerns = await this.options.groups.changedKeys(conversation);
      this.options.onKeysChanged(conversation, concerns);
      if (concerns.length === 0) {
        this.readLater(conversationStream(conversation));
      }
    } catch {
      this.readAgain(conversationStream(conversation));
    }
  }

  private readAgain(stream: StreamId): void {
    const delays = this.delays.get(stream) ?? 0;
    this.delays.set(stream, delays + 1);
    clearTimeout(this.timers.get(stream));
    this.timers.set(
      stream,
      setTimeout(
        () => this.readLater(stream),
        Math.min(READ_AGAIN_MS * 2 ** delays, READ_AGAIN_AT_MOST_MS),
      ),
    );
  }

  private readLater(stream: StreamId): void {
    this.options.store(async () => {
      const read = await this.read(stream);
      if (read.size > 0) {
        this.options.onRead(stream, [...read.values()]);
      }
    });
  }
}

/** What the crypto worker is to read of an entry; nothing when it has no part in encryption. */
function toLogEntry({ seq, kind, by, device, cid, body }: Entry): LogEntry[] {
  const isMessage = kind === 'message' && body !== undefined && isEncrypted(body);
  return (isMessage || kind === 'mls.commit') && by !== undefined && body !== undefined
    ? [{ seq, kind: isMessage ? 'message' : 'mls.commit', by, device, cid, body }]
    : [];
}

function toReading(result: EntryResult): Reading[] {
  if ('failed' in result) {
    return result.failed === 'handed-out' ? [] : [{ seq: result.seq, unreadable: result.failed }];
  }
  return 'plaintext' in result
    ? [{ seq: result.seq, text: new TextDecoder().decode(result.plaintext) }]
    : [];
}

/** How the outbox is told that a message could not be encrypted. */
function problemOf(error: unknown): Pick<ErrorFrame, 'problem' | 'retry' | 'afterMs'> {
  if (error instanceof SealingRefused) {
    const { why, message: title } = error;
    const problem = { type: `urn:parley:problem:${why}`, title, status: 409 };
    switch (why) {
      case 'nobody-can-read':
      case 'key-changed':
        return { problem, retry: 'after', afterMs: ASK_AGAIN_MS };
      case 'not-yet':
        return { problem, retry: 'after' };
      case 'too-large':
        return { problem, retry: 'never' };
    }
  }
  if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) {
    return { problem: error.problem, retry: 'never' };
  }
  return { problem: NOT_NOW, retry: 'after' };
}

const NOT_NOW = { type: 'urn:parley:problem:not-yet', title: 'Not encrypted yet.', status: 503 };
