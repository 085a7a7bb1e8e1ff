import { conversationStream } from '@/lib/socket/streams';
import { isSilent } from '@/lib/notification/conversation-notifications';
import { unreadCount, type ReplicaState } from '@/lib/sync/replica-state';

/** How many messages wait to be read where the person wants to be told of them. */
export function waitingTotal(state: ReplicaState, now: Date): number {
  return [...state.conversations.values()]
    .filter((conversation) => !isSilent(conversation, now))
    .reduce((sum, { id }) => sum + unreadCount(state, id), 0);
}

/** The conversation of a message of somebody else that has come between two states, if any. */
export function arrivedIn(state: ReplicaState, before: ReplicaState): string[] {
  if (state.streams === before.streams || state.status !== 'online') {
    return [];
  }
  return [...state.conversations.keys()].filter((id) => {
    const stream = conversationStream(id);
    const last = state.streams.get(stream)?.lastMessage;
    const known = before.streams.get(stream)?.lastMessage;
    return last !== undefined && last.seq !== known?.seq && last.by !== state.account;
  });
}
