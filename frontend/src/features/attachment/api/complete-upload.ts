import { call } from '@/lib/api/client';

/** Says that all of a file is there. */
export function completeUpload(
  conversation: string,
  id: string,
  signal: AbortSignal,
): Promise<void> {
  return call({
    method: 'POST',
    path: `/conversations/${conversation}/attachments/${id}/complete`,
    signal,
  });
}
