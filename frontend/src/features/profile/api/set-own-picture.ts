import { callWithProgress } from '@/lib/api/client';
import type { OwnPicture } from '@/lib/api/types';

/** Has this picture from now on. */
export function setOwnPicture(
  picture: Blob,
  onProgress: (done: number) => void,
  signal: AbortSignal,
): Promise<OwnPicture> {
  return callWithProgress(
    { method: 'PUT', path: '/account/profile/picture', body: picture, signal },
    onProgress,
  );
}
