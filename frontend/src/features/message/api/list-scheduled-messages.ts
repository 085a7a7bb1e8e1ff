import { call } from '@/lib/api/client';
import type { ScheduledMessage, ScheduledMessages } from '@/lib/api/types';

/** This person's messages that wait in a conversation, the next one first. */
export async function listScheduledMessages(conversation: string): Promise<ScheduledMessage[]> {
  const { items } = await call<ScheduledMessages>({
    method: 'GET',
    path: `/conversations/${conversation}/scheduled-messages`,
  });
  return items;
}
