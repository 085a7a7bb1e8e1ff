import { call } from '@/lib/api/client';

/** Ends a block. */
export function unblockPerson(person: string): Promise<void> {
  return call({ method: 'DELETE', path: `/blocks/${person}` });
}
