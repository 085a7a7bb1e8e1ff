import { call } from '@/lib/api/client';
import type { Upload } from '@/lib/api/types';

/** Begins to upload a file, or tells how far it has come. */
export function beginUpload(
  conversation: string,
  id: string,
  size: number,
  signal: AbortSignal,
): Promise<Upload> {
  return call({
    method: 'PUT',
    path: `/conversations/${conversation}/attachments/${id}`,
    body: { size },
    signal,
  });
}
