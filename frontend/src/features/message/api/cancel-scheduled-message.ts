import { call } from '@/lib/api/client';

/** Takes a message back before it is sent. */
export function cancelScheduledMessage(conversation: string, id: string): Promise<void> {
  return call({
    method: 'DELETE',
    path: `/conversations/${conversation}/scheduled-messages/${id}`,
  });
}
