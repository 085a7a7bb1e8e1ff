import { call } from '@/lib/api/client';
import type { Way } from '@/lib/api/types';

/**
 * How one part of a file is put past the server.
 *
 * @param sha256 of the part, base64url
 */
export function signPartUpload(
  conversation: string,
  id: string,
  part: number,
  sha256: string,
  signal: AbortSignal,
): Promise<Way> {
  return call({
    method: 'POST',
    path: `/conversations/${conversation}/attachments/${id}/parts/${part}/way`,
    body: { sha256 },
    signal,
  });
}
