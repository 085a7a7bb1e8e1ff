import { call } from '@/lib/api/client';
import type { Contact } from '@/lib/api/types';

/** Becomes a contact of whose invite code this is. */
export function takeCode(code: string): Promise<Contact> {
  return call({ method: 'POST', path: '/contact-codes/use', body: { code } });
}
