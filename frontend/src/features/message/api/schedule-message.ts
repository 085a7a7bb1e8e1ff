import { call } from '@/lib/api/client';
import type { ScheduledMessage, ScheduleMessage } from '@/lib/api/types';

/** Has the server send a message later; the cid makes sure that it is sent once. */
export function scheduleMessage(
  conversation: string,
  body: ScheduleMessage,
): Promise<ScheduledMessage> {
  return call({ method: 'POST', path: `/conversations/${conversation}/scheduled-messages`, body });
}
