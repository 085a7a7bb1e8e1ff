import { call } from '@/lib/api/client';
import type { Person } from '@/lib/api/types';

/** Somebody by the id of the account. */
export function getPerson(id: string): Promise<Person> {
  return call({ method: 'GET', path: `/users/${id}` });
}
