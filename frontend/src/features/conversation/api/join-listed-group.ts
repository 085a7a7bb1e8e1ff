import { call } from '@/lib/api/client';
import type { Joined } from '@/lib/api/types';

/** Joins a group that everybody may find, or asks to. */
export function joinListedGroup(group: string): Promise<Joined> {
  return call({ method: 'POST', path: `/listed-groups/${group}/join` });
}
