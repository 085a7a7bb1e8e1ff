import { call } from '@/lib/api/client';
import type { Way } from '@/lib/api/types';

/** How one part of a file is fetched past the server. */
export function signPartDownload(
  conversation: string,
  id: string,
  part: number,
  signal: AbortSignal,
): Promise<Way> {
  return call({
    method: 'GET',
    path: `/conversations/${conversation}/attachments/${id}/parts/${part}/way`,
    signal,
  });
}
