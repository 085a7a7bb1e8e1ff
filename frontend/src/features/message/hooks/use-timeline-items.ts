import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { conversationStream } from '@/lib/socket/streams';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { readSeq, type Mark } from '@/lib/sync/replica-state';
import { timelineItems, type TimelineItem } from '../timeline-items';

export interface TimelineView {
  isLoaded: boolean;
  items: TimelineItem[];
  hasMessages: boolean;
  /** Whether the server has something that is not here yet, or has not been asked yet. */
  isComing: boolean;
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

  const items = useMemo(
    () =>
      timelineItems({
        account,
        entries: timeline.entries,
        outbox: outbox.filter((item) => item.conversation === conversation),
        marks: (members ?? [])
          .filter(({ id }) => id !== account)
          .map(({ id }): Mark => marks?.get(id) ?? { delivered: 0, read: 0 }),
        unreadAfter,
      }),
    [account, conversation, marks, members, outbox, timeline.entries, unreadAfter],
  );
  return {
    isLoaded: timeline.isLoaded,
    items,
    hasMessages: items.some((item) => item.type === 'message'),
    isComing: !isSettled || (stream !== undefined && stream.head > stream.row.cursor),
    hasOlder: timeline.from > (stream?.row.origin ?? 0),
    anchorSeq,
  };
}
