import { dayOf } from '@/lib/format/time';
import { groupEvents, type GroupEvent } from '@/lib/group/group-event';
import { tipIn, type TipFacts } from '@/lib/tip/tip-entry';
import type { Mark } from '@/lib/sync/replica-state';
import type { Fold, FoldedMessage } from './message-fold';

/** How far an own message has come. */
export type DeliveryState = 'queued' | 'stored' | 'delivered' | 'read' | 'failed';

export interface MessageItem {
  type: 'message';
  key: string;
  message: FoldedMessage;
  isOwn: boolean;
  at: Date;
  /** First and last of the messages that one sender wrote within a minute. */
  isFirst: boolean;
  isLast: boolean;
  /** The tips that name it as what asked for them, as they are by all that is here. */
  answers: readonly TipFacts[];
  /** Of own messages only. */
  delivery?: DeliveryState;
}

/** Something that happened to the group. */
export interface EventItem {
  type: 'event';
  key: string;
  seq: number;
  at: Date;
  by: string;
  event: GroupEvent;
  /** Whom it is about; several people whom somebody added one after the other are one item. */
  people: readonly string[];
}

/** A tip, where it was promised, as it is by all that is here. */
export interface TipItem {
  type: 'tip';
  key: string;
  seq: number;
  at: Date;
  tip: TipFacts;
}

/** How far another member has come, and from which entry on he reads. */
export interface MemberMark extends Mark {
  joinedSeq?: number;
}

export type TimelineItem =
  | { type: 'day'; key: string; date: Date }
  | { type: 'unread'; key: string }
  | { type: 'beginning'; key: string }
  | EventItem
  | TipItem
  | MessageItem;

export interface TimelineInput {
  account: string;
  fold: Pick<Fold, 'rows'>;
  /** Of the other members. */
  marks: readonly MemberMark[];
  /** Messages of others after this one were new when the conversation was opened. */
  unreadAfter: number | undefined;
}

/** What the message list shows, in order. */
export function timelineItems({
  account,
  fold,
  marks,
  unreadAfter,
}: TimelineInput): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = '';
  let hasUnread = false;
  const tips = new Map<string, TipItem>();
  const asking = new Map<number, MessageItem>();
  let before: MessageItem | undefined;
  for (const row of fold.rows) {
    const happened = row.type === 'event' ? groupEvents(row.entry) : NOTHING;
    const tip = row.type === 'event' ? tipIn(row.entry) : undefined;
    const known = tip === undefined ? undefined : tips.get(tip.id);
    if (tip !== undefined && known !== undefined) {
      known.tip = tip;
      continue;
    }
    const isBeginning = row.type === 'event' && row.entry.kind === 'conversation.created';
    if (row.type === 'event' && !isBeginning && happened.length === 0 && tip === undefined) {
      continue;
    }
    const at = new Date(row.type === 'event' ? row.entry.at : row.at);
    const key = row.type === 'message' ? row.key : `event-${row.entry.seq}`;
    const rowDay = dayOf(at);
    if (rowDay !== day) {
      day = rowDay;
      before = undefined;
      items.push({ type: 'day', key: `day-${day}-${key}`, date: at });
    }
    if (row.type === 'event') {
      before = undefined;
      if (tip !== undefined) {
        const item: TipItem = { type: 'tip', key: `tip-${tip.id}`, seq: row.entry.seq, at, tip };
        tips.set(tip.id, item);
        items.push(item);
      }
      if (isBeginning && happened.length === 0) {
        items.push({ type: 'beginning', key: 'beginning' });
      }
      happened.forEach((event, index) =>
        addEvent(items, event, `${key}-${index}`, row.entry.seq, at, row.entry.by ?? ''),
      );
      continue;
    }
    const isOwn = row.by === account;
    if ((row.seq ?? 0) > (unreadAfter ?? Infinity) && !isOwn && !hasUnread) {
      hasUnread = true;
      before = undefined;
      items.push({ type: 'unread', key: 'unread' });
    }
    const item: MessageItem = {
      type: 'message',
      key,
      message: row,
      isOwn,
      at,
      isFirst: true,
      isLast: true,
      answers: NO_TIPS,
      ...(isOwn ? { delivery: deliveryOf(row, marks) } : {}),
    };
    if (before !== undefined && belongTogether(before, item)) {
      before.isLast = false;
      item.isFirst = false;
    }
    before = item;
    items.push(item);
    if (row.seq !== undefined && row.content.type === 'text' && row.content.request !== undefined) {
      asking.set(row.seq, item);
    }
  }
  for (const { tip } of tips.values()) {
    const asked = tip.request === undefined ? undefined : asking.get(tip.request);
    if (asked !== undefined) {
      asked.answers = [...asked.answers, tip];
    }
  }
  return items;
}

const NOTHING: readonly GroupEvent[] = [];
const NO_TIPS: readonly TipFacts[] = [];

function addEvent(
  items: TimelineItem[],
  event: GroupEvent,
  key: string,
  seq: number,
  at: Date,
  by: string,
): void {
  const people = 'account' in event ? [event.account] : [];
  const last = items.at(-1);
  const goesOn =
    event.type === 'joined' &&
    last?.type === 'event' &&
    last.event.type === 'joined' &&
    last.event.how === event.how &&
    (last.by === by || event.how === 'link' || event.how === 'listing');
  if (goesOn) {
    items[items.length - 1] = { ...last, seq, people: [...last.people, ...people] };
  } else {
    items.push({ type: 'event', key, seq, at, by, event, people });
  }
}

/** Delivered to everybody, read by everybody who was there: the one furthest behind counts. */
function deliveryOf({ seq, outbox }: FoldedMessage, marks: readonly MemberMark[]): DeliveryState {
  if (seq === undefined) {
    const state = outbox?.state ?? 'queued';
    return state === 'stored' || state === 'failed' ? state : 'queued';
  }
  const there = marks.filter(({ joinedSeq }) => (joinedSeq ?? 0) <= seq);
  if (there.length === 0) {
    return 'stored';
  }
  return there.every(({ read }) => read >= seq)
    ? 'read'
    : there.every(({ delivered }) => delivered >= seq)
      ? 'delivered'
      : 'stored';
}

const GROUP_MS = 60_000;

function belongTogether(a: MessageItem, b: MessageItem): boolean {
  return a.message.by === b.message.by && Math.abs(b.at.getTime() - a.at.getTime()) < GROUP_MS;
}
