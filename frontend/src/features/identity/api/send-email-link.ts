import { call } from '@/lib/api/client';
import type { AccountEmail } from '@/lib/api/types';

/** A new link to the address that waits; the one before is no longer good. */
export function sendEmailLink(): Promise<AccountEmail> {
  return call({ method: 'POST', path: '/account/email/links', body: {} });
}
