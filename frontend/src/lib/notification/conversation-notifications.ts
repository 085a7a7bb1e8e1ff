import type { Conversation } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';

/** What a person wants to be told of a conversation. */
export type ConversationNotifications = Pick<Conversation, 'notifications' | 'mutedUntil'>;

/** What holds; conversations that were stored by an earlier version say nothing. */
export function notificationsOf(conversation: Conversation): ConversationNotifications {
  const { notifications, mutedUntil } = conversation as Partial<ConversationNotifications>;
  return {
    notifications: notifications ?? 'all',
    ...(mutedUntil === undefined ? {} : { mutedUntil }),
  };
}

/** The conversation with another wish. */
export function withNotifications(
  conversation: Conversation,
  { notifications, mutedUntil }: ConversationNotifications,
): Conversation {
  const changed: Conversation = { ...conversation, notifications };
  delete changed.mutedUntil;
  return mutedUntil === undefined ? changed : { ...changed, mutedUntil };
}

/** Whether nothing is told of the conversation for now. */
export function isMuted(conversation: Conversation, now: Date): boolean {
  const { mutedUntil } = notificationsOf(conversation);
  return mutedUntil !== undefined && new Date(mutedUntil) > now;
}

/** Whether a new message of the conversation may be noticed without looking at it. */
export function isSilent(conversation: Conversation, now: Date): boolean {
  return isMuted(conversation, now) || notificationsOf(conversation).notifications !== 'all';
}

/** What an entry of a person's own stream says that the person wants, for all devices. */
export function toldNotifications({
  kind,
  body,
}: Entry): (ConversationNotifications & { conversation: string }) | undefined {
  const fields: unknown =
    kind === 'conversation.settings' && body !== undefined ? JSON.parse(body) : undefined;
  if (typeof fields !== 'object' || fields === null) {
    return undefined;
  }
  const { conversation, notifications, mutedUntil } = fields as Record<string, unknown>;
  if (typeof conversation !== 'string' || !isLevel(notifications)) {
    return undefined;
  }
  return {
    conversation,
    notifications,
    ...(typeof mutedUntil === 'string' ? { mutedUntil } : {}),
  };
}

function isLevel(value: unknown): value is Conversation['notifications'] {
  return value === 'all' || value === 'mentions' || value === 'none';
}
