import { call } from '@/lib/api/client';

/** Ends the group for everybody. */
export function deleteGroup(group: string): Promise<void> {
  return call({ method: 'DELETE', path: `/conversations/${group}` });
}
