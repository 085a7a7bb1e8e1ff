import { call } from '@/lib/api/client';

/** Gives up a file that no message has taken along. */
export function cancelUpload(conversation: string, id: string): Promise<void> {
  return call({ method: 'DELETE', path: `/conversations/${conversation}/attachments/${id}` });
}
