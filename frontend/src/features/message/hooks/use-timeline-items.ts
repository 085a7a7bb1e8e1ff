import { useCallback, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { conversationStream } from '@/lib/socket/streams';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { readSeq } from '@/lib/sync/replica-state';
import { pinCounts } from '../../conversation/group-rights';
import { foldMessages, type Fold } from '../message-fold';
import { timelineItems, type MemberMark, type TimelineItem } from '../timeline-items';

/** A timer of a browser cannot be set for longer. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** In a group with more members nobody is told how far the others have come. */
const MARKS_TOLD_UP_TO = 50;

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
  /** Whose pins count. */
  mayPin: (account: string) => boolean;
  /** Whether there is something to show: messages, or what happened to the group. */
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
  const about = useReplicaState((state) => state.conversations.get(conversation));
  const members = about?.members;
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
  const mayPin = useCallback(
    (person: string) => about === undefined || pinCounts(about, person),
    [about],
  );
  const fold = useMemo(
    () =>
      foldMessages({ account, entries: timeline.entries, outbox: waiting, hidden, now, mayPin }),
    [account, hidden, mayPin, now, timeline.entries, waiting],
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
      members === undefined || members.length > MARKS_TOLD_UP_TO
        ? []
        : members
            .filter(({ id }) => id !== account)
            .map(({ id, joinedSeq }): MemberMark => ({
              ...(marks?.get(id) ?? { delivered: 0, read: 0 }),
              joinedSeq,
            })),
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
      mayPin,
      hasMessages: items.some(({ type }) => ['message', 'event', 'tip'].includes(type)),
      isComing: !isSettled || (stream !== undefined && stream.head > stream.row.cursor),
      from: timeline.from,
      hasOlder: timeline.from > (stream?.row.origin ?? 0),
      anchorSeq,
    }),
    [anchorSeq, fold, hidden, isSettled, items, mayPin, now, stream, timeline, waiting],
  );
}
