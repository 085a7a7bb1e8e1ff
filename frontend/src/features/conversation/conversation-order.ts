import type { Conversation } from '@/lib/api/types';
import { conversationStream } from '@/lib/socket/streams';
import { isOwnMessage } from '@/lib/sync/outbox-item';
import { unreadCount, type ReplicaState } from '@/lib/sync/replica-state';
import { partnerOf } from './conversation-partner';

/** A conversation as a list shows it. */
export interface ConversationItem {
  conversation: Conversation;
  partner: { id: string; username: string };
  /** RFC 3339: when the last thing happened in it. */
  lastAt: string;
  unread: number;
  draft: string | undefined;
}

/**
 * The conversations, the one in which something happened last first.
 *
 * @param nobody how somebody is called whose account was deleted
 */
export function conversationItems(state: ReplicaState, nobody: string): ConversationItem[] {
  return [...state.conversations.values()]
    .map((conversation) => ({
      conversation,
      partner: partnerOf(conversation, state.account, nobody),
      lastAt: lastAt(state, conversation),
      unread: unreadCount(state, conversation.id),
      draft: draftOf(state, conversation.id),
    }))
    .sort((a, b) => b.lastAt.localeCompare(a.lastAt));
}

/** What was typed; an answer of which nothing is typed yet is not shown. */
function draftOf(state: ReplicaState, conversation: string): string | undefined {
  const text = state.drafts.get(conversation)?.text;
  return text === '' ? undefined : text;
}

export function unreadTotal(state: ReplicaState): number {
  return [...state.conversations.keys()].reduce((sum, id) => sum + unreadCount(state, id), 0);
}

function lastAt(state: ReplicaState, conversation: Conversation): string {
  const stored = state.streams.get(conversationStream(conversation.id));
  const sending = state.outbox.findLast(
    (item) => item.conversation === conversation.id && isOwnMessage(item),
  );
  return [
    conversation.createdAt,
    stored?.lastMessage?.at,
    stored?.lastEvent?.at,
    sending?.createdAt,
  ].reduce<string>((latest, at) => (at !== undefined && at > latest ? at : latest), '');
}
