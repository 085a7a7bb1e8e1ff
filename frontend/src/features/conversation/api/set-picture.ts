import { callWithProgress } from '@/lib/api/client';

/** Gives a group a picture. */
export function setPicture(
  group: string,
  picture: Blob,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  return callWithProgress(
    { method: 'PUT', path: `/conversations/${group}/picture`, body: picture, signal },
    onProgress,
  );
}
