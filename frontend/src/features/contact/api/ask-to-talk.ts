import { call } from '@/lib/api/client';
import type { Contact } from '@/lib/api/types';

/** Asks somebody to talk; whoever has asked before has agreed by that. */
export function askToTalk(person: string, note: string): Promise<Contact> {
  return call({ method: 'PUT', path: `/people/${person}/request`, body: { note, kind: 'e2ee' } });
}
