import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { conversationStream } from '@/lib/socket/streams';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { readSeq, type Mark } from '@/lib/sync/replica-state';
import { foldMessages, type Fold } from '../message-fold';
import { timelineItems, type TimelineItem } from '../timeline-items';

/** A timer of a browser cannot be set for longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export interface TimelineView {
  isLoaded: boolean;
  fold: Fold;
  items: TimelineItem[];
  /** What the fold was made with, besides the log. */
  outbox: readonly OutboxItem[];
  hidden: ReadonlySet<number> | undefined;
  now: number;
  /** The newest entry of all that is here. */
  lastSeq: number;
  hasMessages: boolean;
  /** Whether the server has something that is not here yet, or has not been asked yet. */
  isComing: boolean;
  /** The seq before the first entry that is here. */
  from: number;
  /** Whether older messages can still be had. */
  hasOlder: boolean;
  /** The first message shown when the conversation was opened; older ones are put before it. */
  anchorSeq: number | undefined;
}

/** What the list of one conversation shows; one component per conversation. */
export function useTimelineItems(conversation: string): TimelineView {
  const replica = useReplica();
  const timeline = useStore(replica.timeline(conversation).store);
  const account = useReplicaState((state) => state.account);
  const outbox = useReplicaState((state) => state.outbox);
  const members = useReplicaState((state) => state.conversations.get(conversation)?.members);
  const marks = useReplicaState((state) => state.marks.get(conversation));
  const stream = useReplicaState((state) => state.streams.get(conversationStream(conversation)));
  const isSettled = useReplicaState(({ status }) => status === 'online' || status === 'offline');
  // Where reading had come to when the conversation was opened; it does not move while it is open.
  const [unreadAfter] = useState(() => readSeq(replica.store.getState(), conversation));
  const [anchorSeq, setAnchorSeq] = useState<number>();
  if (anchorSeq === undefined && timeline.isLoaded && timeline.entries[0] !== undefined) {
    setAnchorSeq(timeline.entries[0].seq);
  }

  const waiting = useMemo(
    () => outbox.filter((item) => item.conversation === conversation),
    [conversation, outbox],
  );
  const hidden = useReplicaState((state) => state.hidden.get(conversation));
  const [now, setNow] = useState(() => replica.serverTime());
  const fold = useMemo(
    () => foldMessages({ account, entries: timeline.entries, outbox: waiting, hidden, now }),
    [account, hidden, now, timeline.entries, waiting],
  );
  const { changesAt } = fold;
  useEffect(() => {
    if (changesAt === undefined) {
      return;
    }
    const wait = Math.min(Math.max(0, changesAt - replica.serverTime()), LONGEST_TIMER_MS);
    const timer = setTimeout(() => setNow(replica.serverTime()), wait);
    return () => clearTimeout(timer);
  }, [changesAt, now, replica]);
  const others = useMemo(
    () =>
      (members ?? [])
        .filter(({ id }) => id !== account)
        .map(({ id }): Mark => marks?.get(id) ?? { delivered: 0, read: 0 }),
    [account, marks, members],
  );
  const items = useMemo(
    () => timelineItems({ account, fold, marks: others, unreadAfter }),
    [account, fold, others, unreadAfter],
  );
  return useMemo(
    () => ({
      isLoaded: timeline.isLoaded,
      fold,
      outbox: waiting,
      hidden,
      now,
      items,
      lastSeq: timeline.entries.at(-1)?.seq ?? 0,
      hasMessages: fold.rows.some((row) => row.type === 'message'),
      isComing: !isSettled || (stream !== undefined && stream.head > stream.row.cursor),
      from: timeline.from,
      hasOlder: timeline.from > (stream?.row.origin ?? 0),
      anchorSeq,
    }),
    [anchorSeq, fold, hidden, isSettled, items, now, stream, timeline, waiting],
  );
}
