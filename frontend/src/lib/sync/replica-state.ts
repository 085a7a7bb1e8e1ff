import type { Conversation } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';
import { conversationStream, ownerOf, type StreamId } from '@/lib/socket/streams';
import type { StreamRow } from '@/lib/storage/database';
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
  /** The newest message. */
  lastMessage?: Entry;
  /** The messages of others that were not read when they were stored, at most UNREAD_CAP + 1. */
  recent: readonly number[];
  /** The newest message of this person's own. */
  lastOwn: number;
}

export interface Mark {
  delivered: number;
  read: number;
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
  outbox: readonly OutboxItem[];
  drafts: ReadonlyMap<string, string>;
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
    outbox: [],
    drafts: new Map(),
  };
}

/** The state after a change. */
export function applyChange(state: ReplicaState, change: Change): ReplicaState {
  switch (change.type) {
    case 'appended':
      return {
        ...withStream(state, change.row, (view) =>
          withEntries(state.account, view, change.row, change.entries),
        ),
        outbox: withoutStored(state.outbox, change.entries),
        typing: withoutAuthors(state.typing, change.row.stream, change.entries),
      };
    case 'prepended':
    case 'skipped':
      return withStream(state, change.row, (view) => ({ ...view, row: change.row }));
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
    case 'outbox-put': {
      const isKnown = state.outbox.some(({ cid }) => cid === change.item.cid);
      return {
        ...state,
        outbox: isKnown
          ? state.outbox.map((item) => (item.cid === change.item.cid ? change.item : item))
          : [...state.outbox, change.item],
      };
    }
    case 'outbox-removed':
      return { ...state, outbox: state.outbox.filter(({ cid }) => cid !== change.cid) };
    case 'conversations': {
      const conversations = new Map(state.conversations);
      for (const conversation of change.conversations) {
        conversations.set(conversation.id, conversation);
      }
      return { ...state, conversations };
    }
    case 'draft': {
      const drafts = new Map(state.drafts);
      if (change.draft.text === '') {
        drafts.delete(change.draft.conversation);
      } else {
        drafts.set(change.draft.conversation, change.draft.text);
      }
      return { ...state, drafts };
    }
    case 'status':
      return { ...state, status: change.status };
    case 'reset':
      return { ...emptyReplica(state.account), outbox: state.outbox, drafts: state.drafts };
  }
}

/** The stream as it stands after the local database has been read. */
export function viewOf(
  account: string,
  row: StreamRow,
  unread: readonly Entry[],
  lastMessage: Entry | undefined,
): StreamView {
  const view = withEntries(account, emptyView(row), row, unread);
  const own = lastMessage?.by === account ? lastMessage.seq : 0;
  return {
    ...view,
    lastMessage: lastMessage ?? view.lastMessage,
    lastOwn: Math.max(view.lastOwn, own),
  };
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
  const messages = entries.filter((entry) => entry.kind === 'message');
  const others = messages.filter((entry) => entry.by !== account).map(({ seq }) => seq);
  const own = messages.filter((entry) => entry.by === account).map(({ seq }) => seq);
  return {
    row,
    head: Math.max(view.head, row.cursor),
    lastMessage: messages.at(-1) ?? view.lastMessage,
    recent: [...view.recent, ...others].slice(-(UNREAD_CAP + 1)),
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
