import { call } from '@/lib/api/client';

/** Wants nothing to do with somebody. */
export function blockPerson(person: string): Promise<void> {
  return call({ method: 'PUT', path: `/blocks/${person}` });
}
