import { call } from '@/lib/api/client';
import type { GroupListing } from '@/lib/api/types';

/** Lets everybody find a group, by these interests, too. */
export function listGroup(group: string, interests: readonly number[]): Promise<GroupListing> {
  return call({ method: 'PUT', path: `/conversations/${group}/listing`, body: { interests } });
}
