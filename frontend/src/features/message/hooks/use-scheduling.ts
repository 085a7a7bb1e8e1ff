import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { TextContent } from '@/lib/message/message-body';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { cancelScheduledMessage } from '../api/cancel-scheduled-message';
import { listScheduledMessages } from '../api/list-scheduled-messages';
import { scheduleMessage } from '../api/schedule-message';

/** A message that waits for its time. */
export interface Scheduled {
  id: string;
  body: string;
  /** RFC 3339. */
  sendAt: string;
}

/** What shall be sent when. */
export interface ScheduleWish {
  /** Idempotency key: a repeat is the same message. */
  cid: string;
  body: string;
  mentions: TextContent['mentions'];
  sendAt: Date;
  /** Seconds. */
  expiresIn: number | undefined;
}

/** Sending later in a conversation. */
export interface Scheduling {
  /** Whether this browser keeps what waits, because nobody else can encrypt it; else the server. */
  isHere: boolean;
  /** What waits, the next one first; undefined while it is fetched, or when that failed. */
  waiting: readonly Scheduled[] | undefined;
  hasFailed: boolean;
  schedule: (wish: ScheduleWish) => Promise<void>;
  cancel: (id: string) => Promise<void>;
}

export function useScheduling(conversation: string): Scheduling {
  const isHere = useReplicaState((state) => state.conversations.get(conversation)?.kind === 'e2ee');
  const here = useKeptHere(conversation);
  const there = useKeptByServer(conversation, !isHere);
  return isHere ? here : there;
}

function useKeptHere(conversation: string): Scheduling {
  const replica = useReplica();
  const scheduled = useReplicaState((state) => state.scheduled);
  return {
    isHere: true,
    hasFailed: false,
    waiting: scheduled
      .filter((item) => item.conversation === conversation)
      .map(({ cid, body, sendAt = '' }) => ({ id: cid, body, sendAt }))
      .sort((one, other) => (one.sendAt < other.sendAt ? -1 : 1)),
    schedule: ({ body, sendAt, expiresIn }) =>
      replica.schedule(conversation, body, sendAt, expiresIn === undefined ? {} : { expiresIn }),
    cancel: (id) => replica.discard(id),
  };
}

function useKeptByServer(conversation: string, enabled: boolean): Scheduling {
  const queries = useQueryClient();
  const queryKey = ['scheduled', conversation];
  const renew = () => queries.invalidateQueries({ queryKey });
  const list = useQuery({ queryKey, queryFn: () => listScheduledMessages(conversation), enabled });
  const schedule = useMutation({
    mutationFn: ({ cid, body, mentions, sendAt, expiresIn }: ScheduleWish) =>
      scheduleMessage(conversation, {
        cid,
        body,
        sendAt: sendAt.toISOString(),
        ...(expiresIn === undefined ? {} : { expiresIn }),
        ...(mentions === undefined
          ? {}
          : { mentions: [...new Set(mentions.map(({ account }) => account))] }),
      }),
    onSuccess: renew,
  });
  const cancel = useMutation({
    mutationFn: (id: string) => cancelScheduledMessage(conversation, id),
    onSettled: renew,
  });
  return {
    isHere: false,
    hasFailed: list.isError,
    waiting: list.data,
    schedule: async (wish) => {
      await schedule.mutateAsync(wish);
    },
    cancel: (id) => cancel.mutateAsync(id),
  };
}
