import { callWithProgress } from '@/lib/api/client';

/** Uploads one part of a file. */
export function putPart(
  conversation: string,
  id: string,
  part: number,
  bytes: Uint8Array<ArrayBuffer>,
  how: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<void> {
  return callWithProgress(
    {
      method: 'PUT',
      path: `/conversations/${conversation}/attachments/${id}/parts/${part}`,
      body: new Blob([bytes], { type: 'application/octet-stream' }),
      signal: how.signal,
    },
    how.onProgress,
  );
}
