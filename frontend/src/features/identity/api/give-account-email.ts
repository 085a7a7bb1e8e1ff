import { call } from '@/lib/api/client';
import type { AccountEmail } from '@/lib/api/types';

/** A mail with a link goes to the address; the answer does not tell whether it is another's. */
export function giveAccountEmail(email: string): Promise<AccountEmail> {
  return call({ method: 'PUT', path: '/account/email', body: { email } });
}
