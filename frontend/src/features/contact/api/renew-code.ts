import { call } from '@/lib/api/client';
import type { ContactCode } from '@/lib/api/types';

/** Makes a new invite code; the one before is no longer good. */
export function renewCode(): Promise<ContactCode> {
  return call({ method: 'POST', path: '/account/contact-code' });
}
