import type { KeyConcern } from '@/workers/crypto/model';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BrowserBackup } from '@/lib/backup/browser-backup';
import { uuidV7, type IdSource } from '@/lib/id/uuid-v7';
import { forgetBrowserKey } from '@/lib/lock/browser-lock';
import { isEncrypted, readBody } from '@/lib/message/message-body';
import { purgedSeqs } from '@/lib/message/purged-entry';
import type { Entry } from '@/lib/socket/frames';
import {
  conversationStream,
  isConversationStream,
  ownerOf,
  type StreamId,
} from '@/lib/socket/streams';
import type { Conversation } from '@/lib/api/types';
import type { Draft, StreamRow } from '@/lib/storage/database';
import { LocalStorage } from '@/lib/storage/local-storage';
import { SearchIndex, type SearchAnswer, type SearchPlace } from '@/lib/search/search-index';
import { leadUntil } from './leadership';
import type { OutboxItem } from './outbox-item';
import type { Change, Command } from './replica-changes';
import {
  applyChange,
  emptyReplica,
  newestOf,
  serverTime,
  withHidden,
  viewOf,
  withOutgoing,
  type ReplicaState,
  type StreamView,
} from './replica-state';
import type { Groups } from './end-to-end';
import { SearchDesk } from './search-desk';
import { storedReadLog } from './stored-read-log';
import { SyncEngine, type SyncEngineOptions } from './sync-engine';
import type { Screen } from './sync-events';
import { TabChannel } from './tab-channel';
import { Timeline } from './timeline';

const PAGE = 100;
/** How often the bodies of messages that have disappeared are erased; they are hidden at once. */
const ERASE_EVERY_MS = 10_000;
/** What tells of something new in the log. */
const WRITTEN: ReadonlySet<Change['type']> = new Set([
  'appended',
  'prepended',
  'read-later',
  'skipped',
  'reset',
]);
const NOTHING: ReadonlySet<number> = new Set();

/** What a message is sent with besides its body. */
export type SendOptions = Pick<OutboxItem, 'expiresIn' | 'notify'>;

/** The groups of the account's conversations on this device, with the worker that has the keys. */
export interface DeviceGroups {
  /** Starts the worker when it is asked for first: only the tab that leads asks. */
  readonly keeper: Groups;
  /** Ends the worker. */
  close(): void;
  /** Deletes the keys. */
  forget(): Promise<void>;
}

export interface ReplicaOptions extends Omit<
  SyncEngineOptions,
  'storage' | 'groups' | 'backup' | 'onChange' | 'onEnded'
> {
  groups: DeviceGroups;
  /** The key of this browser; without it that of a browser whose lock is off. */
  key?: CryptoKey;
  /** The root of the account, and the backup of what is read. */
  backup: BrowserBackup;
  ids: IdSource;
  onEnded: (why: 'signed-out' | 'wiped') => void;
}

/**
 * What one tab shows and does. All tabs of an account show the same local database; one of them
 * leads, holds the connection and writes what the server says, and the others hear of it. When the
 * leading tab closes, another one takes over where the database stands.
 */
export class Replica {
  readonly store: StoreApi<ReplicaState>;
  private readonly timelines = new Map<string, Timeline>();
  private readonly channel: TabChannel;
  private readonly closing = new AbortController();
  private readonly desk: SearchDesk;
  private engine: SyncEngine | undefined;
  private index: SearchIndex | undefined;
  private readonly typing = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly leaving = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly tab: string;
  private changes = 0;

  private constructor(
    private readonly storage: LocalStorage,
    private readonly options: ReplicaOptions,
  ) {
    this.store = createStore(() => emptyReplica(options.account));
    this.tab = uuidV7(options.ids);
    this.channel = new TabChannel(options.account);
    this.desk = new SearchDesk(this.tab, this.channel);
    this.channel.listen({
      onChange: (change) => this.apply(change),
      onCommand: (command) => this.take(command),
      onQuestion: (question) => void this.desk.take(question),
      onAnswer: (answer) => this.desk.answered(answer),
    });
  }

  static async open(options: ReplicaOptions): Promise<Replica> {
    const replica = new Replica(await LocalStorage.open(options.account, options.key), options);
    await replica.load();
    void leadUntil(replica.closing.signal, `parley-lead-${options.account}`, () => replica.lead());
    replica.channel.ask({ type: 'report' });
    return replica;
  }

  close(): void {
    this.closing.abort();
    this.showScreen(null);
    this.typing.forEach((timer) => clearTimeout(timer));
    this.leaving.forEach((timer) => clearTimeout(timer));
    this.engine?.stop();
    this.index?.stop();
    this.desk.close();
    this.options.groups.close();
    this.options.backup.close();
    this.channel.close();
    this.storage.close();
  }

  /** Closes, and deletes everything this browser keeps for the account. */
  async wipe(): Promise<void> {
    this.close();
    const { account, groups } = this.options;
    await Promise.all([LocalStorage.wipe(account), groups.forget()]);
    await forgetBrowserKey(account);
  }

  /** The root of the account in this browser, and the backup that it opens. */
  get backup(): BrowserBackup {
    return this.options.backup;
  }

  // --- What a person does

  /** Puts a message on its way: it is shown at once and stored until the server has it. */
  async send(conversation: string, body: string, options: SendOptions = {}): Promise<void> {
    await this.enqueue({ ...options, conversation, body });
  }

  /** Keeps a message in this browser until its time has come. */
  async schedule(
    conversation: string,
    body: string,
    sendAt: Date,
    options: SendOptions = {},
  ): Promise<void> {
    const waiting = { ...options, conversation, body, sendAt: sendAt.toISOString() };
    await this.enqueue(waiting, 'scheduled');
  }

  /**
   * Puts a message on its way whose files are still to be uploaded: it is shown at once, and holds
   * its place among the messages of the conversation.
   */
  sendWithFiles(
    conversation: string,
    body: string,
    attachments: string[],
    options: SendOptions = {},
  ): Promise<OutboxItem> {
    return this.enqueue({ ...options, conversation, body, attachments }, 'uploading');
  }

  /** Tells how far the files of a message have come; nothing when it has left the outbox. */
  async tellUpload(
    cid: string,
    change: Pick<OutboxItem, 'state'> & Partial<Pick<OutboxItem, 'body' | 'problem'>>,
  ): Promise<void> {
    const known = this.store.getState().outbox.find((item) => item.cid === cid);
    if (known !== undefined) {
      const item: OutboxItem = { ...known, problem: undefined, ...change };
      await this.storage.outbox.update(item);
      this.announce({ type: 'outbox-put', item });
      this.ask({ type: 'outbox-told', item });
    }
  }

  private async enqueue(
    what: Omit<OutboxItem, 'cid' | 'createdAt' | 'state'>,
    state: OutboxItem['state'] = 'queued',
  ): Promise<OutboxItem> {
    const item: OutboxItem = {
      ...what,
      cid: uuidV7(this.options.ids),
      createdAt: new Date(this.options.ids.now()).toISOString(),
      state,
    };
    await this.storage.outbox.add(item);
    this.announce({ type: 'outbox-put', item });
    this.ask({ type: 'enqueued', item });
    return item;
  }

  async retry(item: OutboxItem): Promise<void> {
    const queued: OutboxItem = { ...item, state: 'queued', problem: undefined };
    await this.storage.outbox.update(queued);
    this.announce({ type: 'outbox-put', item: queued });
    this.ask({ type: 'retried', cid: item.cid });
  }

  /** Nothing is encrypted for a conversation until somebody has looked at this. */
  keysConcern(conversation: string, concerns: KeyConcern[]): void {
    this.engine?.tellOfKeys(conversation, concerns);
  }

  /** The accounts of these people confirm other devices of theirs; nobody of them: it was seen. */
  devicesConfirmed(conversation: string, people: string[]): void {
    this.announce({ type: 'devices-confirmed', conversation, people });
  }

  /** Goes on in a conversation with keys that have changed, after a person has looked. */
  acceptKeys(conversation: string): void {
    this.ask({ type: 'accept-keys', conversation });
  }

  async discard(cid: string): Promise<void> {
    await this.storage.outbox.remove(cid);
    this.announce({ type: 'outbox-removed', cid });
    this.ask({ type: 'discarded', cid });
  }

  async markRead(conversation: string, seq: number): Promise<void> {
    await this.storage.directory.markRead(conversation, seq);
    this.announce({ type: 'read', conversation, seq });
    this.ask({ type: 'read', conversation, seq });
  }

  /** Tells the others that this person types, or has stopped. */
  tellTyping(conversation: string, on: boolean): void {
    this.ask({ type: 'typing', conversation, on });
  }

  /** Says what this tab shows, or that it is gone. To be repeated every minute. */
  showScreen(screen: Screen | null): void {
    this.ask({ type: 'screen', tab: this.tab, screen });
  }

  async saveDraft(written: Omit<Draft, 'savedAt'>): Promise<void> {
    const draft = { ...written, savedAt: new Date(this.options.ids.now()).toISOString() };
    this.announce({ type: 'draft', draft });
    await this.storage.drafts.save(draft);
  }

  /** Adds a conversation that this person has just opened. */
  async addConversation(conversation: Conversation): Promise<void> {
    if (await this.storage.directory.add(conversation)) {
      this.announce({ type: 'conversations', conversations: [conversation] });
    }
  }

  /** Keeps what this person has just changed of a conversation on the server. */
  async changeConversation(
    id: string,
    change: (known: Conversation) => Conversation,
  ): Promise<void> {
    const changed = await this.storage.directory.update(id, change);
    if (changed !== undefined) {
      this.announce({ type: 'conversations', conversations: [changed] });
    }
  }

  /** The connection was taken over by another window of this device: take it back. */
  useHere(): void {
    this.ask({ type: 'use-here' });
  }

  /** What is shown of a conversation; read from the local database at the first call. */
  timeline(conversation: string): Timeline {
    let timeline = this.timelines.get(conversation);
    if (timeline === undefined) {
      timeline = new Timeline(conversationStream(conversation), this.storage.log);
      this.timelines.set(conversation, timeline);
      void timeline.load();
    }
    return timeline;
  }

  /** Erases messages for everybody; they are gone from the screen at once. */
  async purge(conversation: string, seqs: readonly number[]): Promise<void> {
    await this.enqueue({ conversation, body: '', purges: [...seqs] });
  }

  /** Everything of a conversation that is stored on this device, in order. */
  stored(conversation: string): Promise<Entry[]> {
    return this.storage.log.all(conversationStream(conversation));
  }

  /** What entries that are stored on this device say, by their numbers; without those that say nothing. */
  async bodies(
    conversation: string,
    seqs: readonly number[],
  ): Promise<{ seq: number; body: string }[]> {
    const stream = conversationStream(conversation);
    const found = await Promise.all(
      seqs.map((seq) => this.storage.log.entries(stream, seq - 1, seq)),
    );
    return found
      .flat()
      .flatMap(({ seq, body }) => (body === undefined || isEncrypted(body) ? [] : [{ seq, body }]));
  }

  /**
   * The newest messages of all conversations that have all words, of everything that is stored here.
   *
   * @throws SearchUnanswered when the tab that leads does not answer in time, and no other one leads
   */
  search(query: string, from: SearchPlace | undefined, signal: AbortSignal): Promise<SearchAnswer> {
    return this.desk.search(query, from, signal);
  }

  /** Has the server send a page of what lies before everything that is stored here. */
  async fetchOlder(conversation: string): Promise<void> {
    const stream = conversationStream(conversation);
    const { floor } = await this.storage.log.row(stream);
    this.ask({ type: 'fetch-older', stream, before: floor + 1, limit: PAGE });
  }

  async loadOlder(conversation: string): Promise<void> {
    const before = await this.timeline(conversation).loadOlder();
    if (before !== undefined) {
      const stream = conversationStream(conversation);
      this.ask({ type: 'fetch-older', stream, before, limit: PAGE });
    }
  }

  networkChanged(isOnline: boolean): void {
    this.engine?.handle({ type: isOnline ? 'online' : 'offline' });
  }

  /** This tab slept and may have missed what the others said. */
  async wake(): Promise<void> {
    await this.load();
    this.ask({ type: 'report' });
  }

  private async load(): Promise<void> {
    let state: ReplicaState;
    let changes: number;
    do {
      changes = this.changes;
      state = await this.read();
    } while (changes !== this.changes);
    this.store.setState({ ...state, status: this.store.getState().status }, true);
    await Promise.all([...this.timelines.values()].map((timeline) => timeline.load()));
  }

  private async read(): Promise<ReplicaState> {
    const { log, directory, outbox, drafts } = this.storage;
    const [rows, conversations, watermarks, reads, items, texts] = await Promise.all([
      log.rows(),
      directory.conversations(),
      directory.watermarks(),
      directory.reads(),
      outbox.all(),
      drafts.all(),
    ]);
    const streams = new Map<StreamId, StreamView>();
    const own = await log.all(`u/${this.options.account}`);
    const hidden = own.reduce(withHidden, emptyReplica(this.options.account).hidden);
    for (const row of rows) {
      const read = isConversationStream(row.stream) ? (reads[ownerOf(row.stream)] ?? 0) : 0;
      streams.set(
        row.stream,
        await this.viewStream(row, read, hidden.get(ownerOf(row.stream)) ?? NOTHING),
      );
    }
    let state: ReplicaState = {
      ...emptyReplica(this.options.account),
      isLoaded: true,
      conversations: new Map(conversations.map((item) => [item.id, item])),
      streams,
      drafts: new Map(texts.map((draft) => [draft.conversation, draft])),
      hidden,
      clockAheadMs: this.store.getState().clockAheadMs,
    };
    state = items.reduce(withOutgoing, state);
    for (const mark of watermarks) {
      state = applyChange(state, { type: 'marks', conversation: mark.conversation, list: [mark] });
    }
    for (const [conversation, seq] of Object.entries(reads)) {
      state = applyChange(state, { type: 'read', conversation, seq });
    }
    return state;
  }

  private async viewStream(
    row: StreamRow,
    read: number,
    hidden: ReadonlySet<number>,
  ): Promise<StreamView> {
    const { log } = this.storage;
    const [unread, newest] = await Promise.all([
      log.entries(row.stream, Math.max(read, row.cursor - PAGE), row.cursor),
      isConversationStream(row.stream) ? this.newestEntries(row.stream, hidden) : [],
    ]);
    return viewOf(this.options.account, row, unread, newestOf(newest, {}));
  }

  /** The newest message that is shown, and what came after it. */
  private async newestEntries(stream: StreamId, hidden: ReadonlySet<number>): Promise<Entry[]> {
    const now = new Date(this.serverTime()).toISOString();
    // An edit goes with the message it belongs to, and leaves no place of its own.
    const gone = new Set<number>();
    const isGone = ({ seq, expiresAt }: Entry) =>
      gone.has(seq) || hidden.has(seq) || (expiresAt !== undefined && expiresAt <= now);
    const entries = await this.storage.log.since(stream, (entry) => {
      purgedSeqs(entry)
        .slice(1)
        .forEach((seq) => gone.add(seq));
      return isMessage(entry) && !isGone(entry);
    });
    return entries.filter((entry) => !isGone(entry));
  }

  /** Milliseconds since 1970 by the server's clock. */
  serverTime(): number {
    return serverTime(this.store.getState(), this.options.ids.now());
  }

  /** What is the newest message has to be found again: some are not shown any more. */
  private async renewNewest(stream: StreamId): Promise<void> {
    const hidden = this.store.getState().hidden.get(ownerOf(stream)) ?? NOTHING;
    const entries = await this.newestEntries(stream, hidden);
    this.announce({ type: 'newest', stream, newest: newestOf(entries, {}) });
  }

  // --- Leading and following

  private async lead(): Promise<void> {
    const { backup } = this.options;
    const engine = new SyncEngine({
      ...this.options,
      storage: this.storage,
      groups: this.options.groups.keeper,
      backup: backup.history,
      onChange: (change) => this.announce(change),
      onEnded: this.options.onEnded,
    });
    this.engine = engine;
    await engine.start();
    this.followForSearch();
    backup.history.follow(storedReadLog(this.storage.log));
    backup.trust.follow();
    const deaf = backup.root.onChange(() => engine.restore());
    this.closing.signal.addEventListener('abort', deaf);
    let erased = '';
    const erase = async () => {
      const now = new Date(this.serverTime()).toISOString();
      const streams = await this.storage.log.eraseExpired(erased, now);
      erased = now;
      if (streams.length > 0) {
        this.workIn();
      }
      await Promise.all(streams.map((stream) => this.renewNewest(stream)));
    };
    // A database that was closed meanwhile has nothing left to erase.
    const timer = setInterval(() => void erase().catch(() => undefined), ERASE_EVERY_MS);
    this.closing.signal.addEventListener('abort', () => clearInterval(timer));
  }

  /** Works what is stored into the index, from where the tab that led before has come to. */
  private followForSearch(): void {
    const index = new SearchIndex({
      storage: this.storage,
      hidden: () => this.store.getState().hidden,
      now: () => this.serverTime(),
      clock: this.options.now,
      onChange: () => this.announce({ type: 'indexed' }),
    });
    this.index = index;
    this.desk.lead(index);
    this.workIn();
  }

  private workIn(): void {
    this.index?.wake().catch((error: unknown) => {
      // A database that was closed meanwhile has nothing left to work in.
      if (!this.closing.signal.aborted) {
        console.error('What is stored could not be made ready for the search.', error);
      }
    });
  }

  private ask(command: Command): void {
    if (this.engine === undefined) {
      this.channel.ask(command);
    } else {
      this.take(command);
    }
  }

  private take(command: Command): void {
    if (command.type === 'report') {
      this.engine?.report();
    } else if (command.type === 'accept-keys') {
      this.engine?.acceptKeys(command.conversation);
    } else {
      this.engine?.handle(command);
    }
  }

  private announce(change: Change): void {
    this.apply(change);
    this.channel.announce(change);
  }

  private apply(change: Change): void {
    this.changes += 1;
    this.store.setState((state) => applyChange(state, change), true);
    if (change.type === 'typed') {
      this.endTypingLater(change);
    }
    if (change.type === 'appended' && this.engine !== undefined) {
      change.entries
        .filter(({ kind }) => kind === 'messages.hidden')
        .forEach((entry) => {
          withHidden(new Map(), entry).forEach(
            (_seqs, conversation) => void this.renewNewest(conversationStream(conversation)),
          );
        });
    }
    if (change.type === 'read-later' && this.engine !== undefined) {
      void this.renewNewest(change.stream);
    }
    if (change.type === 'present') {
      this.endPresenceLater(change);
    }
    if (WRITTEN.has(change.type)) {
      this.workIn();
    }
    for (const [conversation, timeline] of this.timelines) {
      if (change.type === 'reset' || streamOf(change) === conversationStream(conversation)) {
        void timeline.apply(change);
      }
    }
  }

  /** What is not said again ends by itself, in every tab. */
  private endTypingLater(change: Change & { type: 'typed' }): void {
    const key = `${change.conversation} ${change.by}`;
    clearTimeout(this.typing.get(key));
    this.typing.delete(key);
    if (change.forMs > 0) {
      const end = () => this.apply({ ...change, forMs: 0 });
      this.typing.set(key, setTimeout(end, change.forMs));
    }
  }

  private endPresenceLater(change: Change & { type: 'present' }): void {
    clearTimeout(this.leaving.get(change.user));
    this.leaving.delete(change.user);
    if (change.forMs > 0) {
      const end = () =>
        this.apply({
          ...change,
          state: undefined,
          forMs: 0,
          at: new Date(this.options.ids.now()).toISOString(),
        });
      this.leaving.set(change.user, setTimeout(end, change.forMs));
    }
  }
}

/** Whether an entry is a message of its own, and not one that changes another. */
function isMessage({ kind, seq, body }: Entry): boolean {
  return (
    kind === 'message' &&
    ['text', 'locked', 'unsupported', 'erased'].includes(readBody(body, seq).type)
  );
}

function streamOf(change: Change): StreamId | undefined {
  if (change.type === 'read-later') {
    return change.stream;
  }
  return 'row' in change ? change.row.stream : undefined;
}
