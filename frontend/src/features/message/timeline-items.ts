import { dayOf } from '@/lib/format/time';
import type { Entry } from '@/lib/socket/frames';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import type { Mark } from '@/lib/sync/replica-state';
import { readBody, type MessageContent } from './message-content';

/** How far an own message has come. */
export type DeliveryState = 'queued' | 'stored' | 'delivered' | 'read' | 'failed';

export interface MessageItem {
  type: 'message';
  key: string;
  /** Absent while it is on its way. */
  seq?: number;
  by: string;
  isOwn: boolean;
  at: Date;
  content: MessageContent;
  /** First and last of the messages that one sender wrote within a minute. */
  isFirst: boolean;
  isLast: boolean;
  /** Of own messages only. */
  delivery?: DeliveryState;
  /** What waits in the outbox, for retry and discard. */
  outbox?: OutboxItem;
}

export type TimelineItem =
  | { type: 'day'; key: string; date: Date }
  | { type: 'unread'; key: string }
  | { type: 'beginning'; key: string }
  | MessageItem;

export interface TimelineInput {
  account: string;
  entries: readonly Entry[];
  outbox: readonly OutboxItem[];
  /** Of the other members. */
  marks: readonly Mark[];
  /** Messages of others after this one were new when the conversation was opened. */
  unreadAfter: number | undefined;
}

/** What the message list shows, in order. */
export function timelineItems(input: TimelineInput): TimelineItem[] {
  const items: TimelineItem[] = [];
  let day = '';
  let hasUnread = false;
  for (const message of messages(input)) {
    const messageDay = dayOf(message.at);
    if (messageDay !== day) {
      day = messageDay;
      items.push({ type: 'day', key: `day-${day}-${message.key}`, date: message.at });
    }
    if (message.type === 'beginning') {
      items.push({ type: 'beginning', key: message.key });
      continue;
    }
    const isNew = (message.seq ?? 0) > (input.unreadAfter ?? Infinity) && !message.isOwn;
    if (isNew && !hasUnread) {
      hasUnread = true;
      items.push({ type: 'unread', key: 'unread' });
    }
    items.push(message);
  }
  return grouped(items);
}

type Shown = MessageItem | { type: 'beginning'; key: string; at: Date };

function messages({ account, entries, outbox, marks }: TimelineInput): Shown[] {
  const shown: Shown[] = [];
  const cids = new Set<string>();
  for (const entry of entries) {
    if (entry.cid !== undefined) {
      cids.add(entry.cid);
    }
    if (entry.kind === 'message') {
      shown.push(storedMessage(entry, account, marks));
    } else if (entry.kind === 'conversation.created') {
      shown.push({ type: 'beginning', key: 'beginning', at: new Date(entry.at) });
    }
  }
  for (const item of outbox) {
    if (!cids.has(item.cid)) {
      shown.push(outgoingMessage(item, account));
    }
  }
  return shown;
}

function storedMessage(entry: Entry, account: string, marks: readonly Mark[]): MessageItem {
  const isOwn = entry.by === account;
  return {
    type: 'message',
    // The key of an own message stays the same on its way from the outbox to the log.
    key: entry.cid ?? `seq-${entry.seq}`,
    seq: entry.seq,
    by: entry.by ?? '',
    isOwn,
    at: new Date(entry.at),
    content: readBody(entry.body),
    isFirst: true,
    isLast: true,
    ...(isOwn ? { delivery: deliveryOf(entry.seq, marks) } : {}),
  };
}

function outgoingMessage(item: OutboxItem, account: string): MessageItem {
  return {
    type: 'message',
    key: item.cid,
    by: account,
    isOwn: true,
    at: new Date(item.createdAt),
    content: readBody(item.body),
    isFirst: true,
    isLast: true,
    delivery: item.state,
    outbox: item,
  };
}

/** Delivered to everybody, read by everybody: the one who is furthest behind counts. */
function deliveryOf(seq: number, marks: readonly Mark[]): DeliveryState {
  if (marks.length > 0 && marks.every((mark) => mark.read >= seq)) {
    return 'read';
  }
  return marks.length > 0 && marks.every((mark) => mark.delivered >= seq) ? 'delivered' : 'stored';
}

const GROUP_MS = 60_000;

function grouped(items: TimelineItem[]): TimelineItem[] {
  return items.map((item, index) =>
    item.type === 'message'
      ? {
          ...item,
          isFirst: !belongsTogether(items[index - 1], item),
          isLast: !belongsTogether(item, items[index + 1]),
        }
      : item,
  );
}

function belongsTogether(a: TimelineItem | undefined, b: TimelineItem | undefined): boolean {
  return (
    a?.type === 'message' &&
    b?.type === 'message' &&
    a.by === b.by &&
    Math.abs(b.at.getTime() - a.at.getTime()) < GROUP_MS
  );
}
