import { callForFile } from '@/lib/api/client';

/** Bytes of the ciphertext of a file, the last one included. They never change. */
export function getAttachment(
  conversation: string,
  id: string,
  range: readonly [from: number, to: number],
  signal: AbortSignal,
): Promise<Blob> {
  return callForFile({
    method: 'GET',
    path: `/conversations/${conversation}/attachments/${id}`,
    range,
    cache: 'default',
    signal,
  });
}
