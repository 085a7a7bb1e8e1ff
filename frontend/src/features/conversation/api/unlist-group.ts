import { call } from '@/lib/api/client';

/** Lets only those find a group who are led to it. */
export function unlistGroup(group: string): Promise<void> {
  return call({ method: 'DELETE', path: `/conversations/${group}/listing` });
}
