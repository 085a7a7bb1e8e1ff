import { dayOf } from '@/lib/format/time';
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
  /** Of own messages only. */
  delivery?: DeliveryState;
}

export type TimelineItem =
  | { type: 'day'; key: string; date: Date }
  | { type: 'unread'; key: string }
  | { type: 'beginning'; key: string }
  | MessageItem;

export interface TimelineInput {
  account: string;
  fold: Pick<Fold, 'rows'>;
  /** Of the other members. */
  marks: readonly Mark[];
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
  const progress = progressOf(marks);
  let day = '';
  let hasUnread = false;
  let before: MessageItem | undefined;
  for (const row of fold.rows) {
    if (row.type === 'event' && row.entry.kind !== 'conversation.created') {
      continue;
    }
    const at = new Date(row.type === 'event' ? row.entry.at : row.at);
    const key = row.type === 'event' ? 'beginning' : row.key;
    const rowDay = dayOf(at);
    if (rowDay !== day) {
      day = rowDay;
      before = undefined;
      items.push({ type: 'day', key: `day-${day}-${key}`, date: at });
    }
    if (row.type === 'event') {
      before = undefined;
      items.push({ type: 'beginning', key });
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
      ...(isOwn ? { delivery: deliveryOf(row, progress) } : {}),
    };
    if (before !== undefined && belongTogether(before, item)) {
      before.isLast = false;
      item.isFirst = false;
    }
    before = item;
    items.push(item);
  }
  return items;
}

/** Delivered to everybody, read by everybody: the one who is furthest behind counts. */
function progressOf(marks: readonly Mark[]): Mark {
  return marks.length === 0
    ? { delivered: 0, read: 0 }
    : {
        delivered: Math.min(...marks.map(({ delivered }) => delivered)),
        read: Math.min(...marks.map(({ read }) => read)),
      };
}

function deliveryOf({ seq, outbox }: FoldedMessage, progress: Mark): DeliveryState {
  if (seq === undefined) {
    return outbox?.state ?? 'queued';
  }
  return progress.read >= seq ? 'read' : progress.delivered >= seq ? 'delivered' : 'stored';
}

const GROUP_MS = 60_000;

function belongTogether(a: MessageItem, b: MessageItem): boolean {
  return a.message.by === b.message.by && Math.abs(b.at.getTime() - a.at.getTime()) < GROUP_MS;
}
