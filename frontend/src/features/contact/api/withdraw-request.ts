import { call } from '@/lib/api/client';

/** Takes a chat request back. */
export function withdrawRequest(person: string): Promise<void> {
  return call({ method: 'DELETE', path: `/people/${person}/request` });
}
