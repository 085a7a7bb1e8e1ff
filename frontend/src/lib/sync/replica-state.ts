import type { Conversation } from '@/lib/api/types';
import { groupEvents } from '@/lib/group/group-event';
import type { Entry, PresenceState } from '@/lib/socket/frames';
import { conversationStream, ownerOf, type StreamId } from '@/lib/socket/streams';
import { isShown, readBody } from '@/lib/message/message-body';
import { purgedSeqs, seqsIn } from '@/lib/message/purged-entry';
import type { Draft, StreamRow } from '@/lib/storage/database';
import { isEmptyDraft } from '@/lib/storage/draft-store';
import type { KeyConcern } from '@/workers/crypto/model';
import type { OutboxItem } from './outbox-item';
import type { Change } from './replica-changes';
import type { ConnectionStatus } from './sync-events';

/** More unread messages than this are not counted one by one. */
export const UNREAD_CAP = 100;

/** What a tab knows about a stream without its entries. */
export interface StreamView {
  row: StreamRow;
  /** How far the stream reaches on the server; may be ahead of what is stored here. */
  head: number;
  /** The newest message, not counting what only changes another one. */
  lastMessage?: Entry;
  /** What its author changed it to. */
  lastEdit?: Entry;
  /** The newest thing that happened to the group, when it came after the newest message. */
  lastEvent?: Entry;
  /** The messages of others that were not read when they were stored, at most UNREAD_CAP + 1. */
  recent: readonly number[];
  /** The newest message of this person's own. */
  lastOwn: number;
}

export interface Mark {
  delivered: number;
  read: number;
}

/** How somebody is there. */
export interface Presence {
  /** Undefined when the person is not connected. */
  state: PresenceState | undefined;
  /** When somebody who looked at the app stopped doing so, RFC 3339. */
  leftAt?: string;
}

/** Everything a tab shows, except the entries themselves. */
export interface ReplicaState {
  /** False until the local database has been read. */
  isLoaded: boolean;
  account: string;
  status: ConnectionStatus;
  conversations: ReadonlyMap<string, Conversation>;
  streams: ReadonlyMap<StreamId, StreamView>;
  /** By conversation, then by user. */
  marks: ReadonlyMap<string, ReadonlyMap<string, Mark>>;
  /** By conversation: who is typing just now. */
  typing: ReadonlyMap<string, ReadonlySet<string>>;
  /** By user: how those are there whom the screen shows. */
  presence: ReadonlyMap<string, Presence>;
  /** By user: how often this tab was told that somebody looks different. */
  looks: ReadonlyMap<string, number>;
  /** By conversation: whose devices have other keys than before, until somebody has looked. */
  changedKeys: ReadonlyMap<string, readonly KeyConcern[]>;
  /** By conversation: whose accounts confirm other devices than before, until somebody has seen it. */
  confirmedDevices: ReadonlyMap<string, readonly string[]>;
  /** What is on its way, or was refused. */
  outbox: readonly OutboxItem[];
  /** What waits for its time. */
  scheduled: readonly OutboxItem[];
  drafts: ReadonlyMap<string, Draft>;
  /** By conversation: the messages that this person deleted for herself. */
  hidden: ReadonlyMap<string, ReadonlySet<number>>;
  /** How often this tab was told that somebody asks to join a group, or was not let in. */
  joinNews: number;
  /** Grows when the own stream tells how people stand to this person. */
  contactNews: number;
  /** Grows when more can be found by the search than before, or less. */
  searchNews: number;
  /** How many milliseconds the server's clock is ahead of this device's. */
  clockAheadMs: number;
}

export function emptyReplica(account: string): ReplicaState {
  return {
    isLoaded: false,
    account,
    status: 'connecting',
    conversations: new Map(),
    streams: new Map(),
    marks: new Map(),
    typing: new Map(),
    presence: new Map(),
    looks: new Map(),
    changedKeys: new Map(),
    confirmedDevices: new Map(),
    outbox: [],
    scheduled: [],
    drafts: new Map(),
    hidden: new Map(),
    joinNews: 0,
    contactNews: 0,
    searchNews: 0,
    clockAheadMs: 0,
  };
}

/** The state after a change. */
export function applyChange(state: ReplicaState, change: Change): ReplicaState {
  switch (change.type) {
    case 'appended': {
      const hidden = change.entries.reduce(withHidden, state.hidden);
      return {
        ...withStream(state, change.row, (view) =>
          withEntries(state.account, view, change.row, change.entries),
        ),
        outbox: withoutStored(state.outbox, change.entries),
        typing: withoutAuthors(state.typing, change.row.stream, change.entries),
        hidden,
        searchNews: state.searchNews + (hidden === state.hidden ? 0 : 1),
        joinNews: state.joinNews + change.entries.filter(tellsOfJoining).length,
        contactNews: state.contactNews + change.entries.filter(tellsOfContacts).length,
        ...(change.entries.some(hidesPresence) && {
          presence: new Map(),
          conversations: new Map(
            [...state.conversations].map(([id, each]) => [id, { ...each, presence: undefined }]),
          ),
        }),
      };
    }
    case 'prepended':
    case 'skipped':
    case 'contradicted':
      return withStream(state, change.row, (view) => ({ ...view, row: change.row }));
    case 'devices-confirmed': {
      const confirmedDevices = new Map(state.confirmedDevices);
      confirmedDevices.set(change.conversation, change.people);
      return { ...state, confirmedDevices };
    }
    case 'keys-changed': {
      const changedKeys = new Map(state.changedKeys);
      changedKeys.set(change.conversation, change.concerns);
      return { ...state, changedKeys };
    }
    // What is the newest message now is told on its own.
    case 'read-later':
      return state;
    case 'heads': {
      const streams = new Map(state.streams);
      for (const [stream, head] of Object.entries(change.heads) as [StreamId, number][]) {
        const view = streams.get(stream) ?? emptyView(emptyRow(stream));
        streams.set(stream, { ...view, head: Math.max(view.head, head) });
      }
      return { ...state, streams };
    }
    case 'marks':
      return change.list.reduce(
        (merged, { user, ...mark }) => withMark(merged, change.conversation, user, mark),
        state,
      );
    case 'read':
      return withMark(state, change.conversation, state.account, {
        delivered: change.seq,
        read: change.seq,
      });
    case 'typed':
      return { ...state, typing: withTyping(state.typing, change) };
    case 'present':
      return { ...state, presence: withPresence(state.presence, change) };
    case 'looked': {
      const looks = new Map(state.looks);
      return { ...state, looks: looks.set(change.user, (looks.get(change.user) ?? 0) + 1) };
    }
    case 'outbox-put':
      return withOutgoing(state, change.item);
    case 'outbox-removed':
      return {
        ...state,
        outbox: state.outbox.filter(({ cid }) => cid !== change.cid),
        scheduled: state.scheduled.filter(({ cid }) => cid !== change.cid),
      };
    case 'conversations': {
      const conversations = new Map(state.conversations);
      for (const conversation of change.conversations) {
        conversations.set(conversation.id, conversation);
      }
      return { ...state, conversations };
    }
    case 'draft': {
      const drafts = new Map(state.drafts);
      if (isEmptyDraft(change.draft)) {
        drafts.delete(change.draft.conversation);
      } else {
        drafts.set(change.draft.conversation, change.draft);
      }
      return { ...state, drafts };
    }
    case 'newest': {
      const view = state.streams.get(change.stream);
      return view === undefined
        ? state
        : withStream(state, view.row, () => ({ ...view, ...NO_NEWEST, ...change.newest }));
    }
    case 'indexed':
      return { ...state, searchNews: state.searchNews + 1 };
    case 'clock':
      return { ...state, clockAheadMs: change.aheadMs };
    case 'status':
      return { ...state, status: change.status };
    case 'reset': {
      const { account, outbox, scheduled, drafts } = state;
      return { ...emptyReplica(account), outbox, scheduled, drafts };
    }
  }
}

/** The stream as it stands after the local database has been read. */
export function viewOf(
  account: string,
  row: StreamRow,
  unread: readonly Entry[],
  newest: Newest,
): StreamView {
  const view = withEntries(account, emptyView(row), row, unread);
  const own = newest.lastMessage?.by === account ? newest.lastMessage.seq : 0;
  return { ...view, ...newest, lastOwn: Math.max(view.lastOwn, own) };
}

/** The newest message of a stream and its newest edit, and what happened to the group since. */
export type Newest = Pick<StreamView, 'lastMessage' | 'lastEdit' | 'lastEvent'>;

const NO_NEWEST: Newest = { lastMessage: undefined, lastEdit: undefined, lastEvent: undefined };

/** The newest message among these entries, in order, which begin where `before` was the newest. */
export function newestOf(entries: readonly Entry[], before: Newest): Newest {
  let { lastMessage, lastEdit, lastEvent } = before;
  for (const entry of entries) {
    if (lastMessage !== undefined && purgedSeqs(entry).includes(lastMessage.seq)) {
      lastMessage = { ...lastMessage, body: undefined };
      lastEdit = undefined;
    }
    const content = entry.kind === 'message' ? readBody(entry.body, entry.seq) : undefined;
    if (content === undefined) {
      lastEvent = groupEvents(entry).length > 0 ? entry : lastEvent;
      continue;
    }
    if (isShown(content) || content.type === 'erased') {
      lastMessage = entry;
      lastEdit = undefined;
      lastEvent = undefined;
    } else if (
      content.type === 'edit' &&
      content.target === lastMessage?.seq &&
      entry.by === lastMessage.by
    ) {
      lastEdit = entry;
    }
  }
  return { lastMessage, lastEdit, lastEvent };
}

/**
 * How many messages wait to be read: computed from the log and the watermark, never stored. Entries
 * that the server has and this device does not count as messages until they are here.
 */
export function unreadCount(state: ReplicaState, conversation: string): number {
  const view = state.streams.get(conversationStream(conversation));
  if (view === undefined) {
    return 0;
  }
  const read = readSeq(state, conversation);
  const stored = view.recent.filter((seq) => seq > read).length;
  const older = Math.max(0, view.row.floor - Math.max(read, view.row.origin));
  const coming = Math.max(0, view.head - Math.max(view.row.cursor, read));
  return stored + older + coming;
}

/** Milliseconds since 1970 by the server's clock, as far as this device knows it. */
export function serverTime(state: ReplicaState, now: number): number {
  return now + state.clockAheadMs;
}

/** The messages that an entry of an account's stream hides from that account. */
export function withHidden(hidden: ReplicaState['hidden'], entry: Entry): ReplicaState['hidden'] {
  const { kind, body } = entry;
  const fields: unknown =
    kind === 'messages.hidden' && body !== undefined ? JSON.parse(body) : undefined;
  if (
    typeof fields !== 'object' ||
    fields === null ||
    !('conversation' in fields) ||
    typeof fields.conversation !== 'string'
  ) {
    return hidden;
  }
  const seqs = new Set([...(hidden.get(fields.conversation) ?? []), ...seqsIn(body)]);
  return new Map(hidden).set(fields.conversation, seqs);
}

/** How far this person has read: by the watermark, and at least up to the last own message. */
export function readSeq(state: ReplicaState, conversation: string): number {
  const mark = state.marks.get(conversation)?.get(state.account);
  const own = state.streams.get(conversationStream(conversation))?.lastOwn ?? 0;
  return Math.max(mark?.read ?? 0, own);
}

function withEntries(
  account: string,
  view: StreamView,
  row: StreamRow,
  entries: readonly Entry[],
): StreamView {
  const messages = entries.filter(
    ({ kind, seq, body }) => kind === 'message' && isShown(readBody(body, seq)),
  );
  const others = messages.filter((entry) => entry.by !== account).map(({ seq }) => seq);
  const own = messages.filter((entry) => entry.by === account).map(({ seq }) => seq);
  const purged = new Set(entries.flatMap(purgedSeqs));
  return {
    row,
    head: Math.max(view.head, row.cursor),
    ...newestOf(entries, view),
    recent: [...view.recent, ...others].filter((seq) => !purged.has(seq)).slice(-(UNREAD_CAP + 1)),
    lastOwn: Math.max(view.lastOwn, ...own),
  };
}

function withStream(
  state: ReplicaState,
  row: StreamRow,
  change: (view: StreamView) => StreamView,
): ReplicaState {
  const streams = new Map(state.streams);
  streams.set(row.stream, change(streams.get(row.stream) ?? emptyView(row)));
  return { ...state, streams };
}

/** The state with a message that is on its way or waits for its time, wherever it was before. */
export function withOutgoing(state: ReplicaState, item: OutboxItem): ReplicaState {
  const scheduled = state.scheduled.filter(({ cid }) => cid !== item.cid);
  if (item.state === 'scheduled') {
    return { ...state, scheduled: [...scheduled, item] };
  }
  const isKnown = state.outbox.some(({ cid }) => cid === item.cid);
  return {
    ...state,
    scheduled,
    outbox: isKnown
      ? state.outbox.map((other) => (other.cid === item.cid ? item : other))
      : [...state.outbox, item],
  };
}

/** Own entries have left the outbox in the transaction that stored them. */
function withoutStored(
  outbox: readonly OutboxItem[],
  entries: readonly Entry[],
): readonly OutboxItem[] {
  const stored = new Set(entries.map(({ cid }) => cid));
  return outbox.some(({ cid }) => stored.has(cid))
    ? outbox.filter(({ cid }) => !stored.has(cid))
    : outbox;
}

function withTyping(
  typing: ReplicaState['typing'],
  { conversation, by, forMs }: Change & { type: 'typed' },
): ReplicaState['typing'] {
  const people = new Set(typing.get(conversation));
  if (forMs > 0) {
    people.add(by);
  } else {
    people.delete(by);
  }
  const changed = new Map(typing);
  if (people.size > 0) {
    changed.set(conversation, people);
  } else {
    changed.delete(conversation);
  }
  return changed;
}

function tellsOfJoining({ kind }: Entry): boolean {
  return kind === 'join.requested' || kind === 'join.declined';
}

function tellsOfContacts({ kind }: Entry): boolean {
  return kind === 'request.changed' || kind === 'block.changed';
}

/** Whether this person hides from now on that he is there, and is told of nobody any more. */
function hidesPresence({ kind, body }: Entry): boolean {
  const chosen: unknown =
    kind === 'settings.changed' && body !== undefined ? JSON.parse(body) : undefined;
  return (
    typeof chosen === 'object' &&
    chosen !== null &&
    'lastSeen' in chosen &&
    chosen.lastSeen === 'nobody'
  );
}

function withPresence(
  presence: ReplicaState['presence'],
  { user, state, at }: Change & { type: 'present' },
): ReplicaState['presence'] {
  const before = presence.get(user);
  const leftAt = before?.state === 'active' && state !== 'active' ? at : before?.leftAt;
  return new Map(presence).set(user, { state, leftAt });
}

/** Whose message has arrived is not typing it any more. */
function withoutAuthors(
  typing: ReplicaState['typing'],
  stream: StreamId,
  entries: readonly Entry[],
): ReplicaState['typing'] {
  const conversation = ownerOf(stream);
  return entries.reduce(
    (left, { by }) =>
      by !== undefined && left.get(conversation)?.has(by) === true
        ? withTyping(left, { type: 'typed', conversation, by, forMs: 0 })
        : left,
    typing,
  );
}

function withMark(
  state: ReplicaState,
  conversation: string,
  user: string,
  mark: Mark,
): ReplicaState {
  const known = state.marks.get(conversation)?.get(user);
  if (known !== undefined && known.read >= mark.read && known.delivered >= mark.delivered) {
    return state;
  }
  const marks = new Map(state.marks);
  const members = new Map(marks.get(conversation));
  members.set(user, {
    delivered: Math.max(known?.delivered ?? 0, mark.delivered),
    read: Math.max(known?.read ?? 0, mark.read),
  });
  marks.set(conversation, members);
  return { ...state, marks };
}

function emptyRow(stream: StreamId): StreamRow {
  return { stream, cursor: 0, floor: 0, origin: 0 };
}

function emptyView(row: StreamRow): StreamView {
  return { row, head: row.cursor, recent: [], lastOwn: 0 };
}
