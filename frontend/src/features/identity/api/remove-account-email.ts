import { call } from '@/lib/api/client';

/** Takes the address out of the account. */
export function removeAccountEmail(): Promise<void> {
  return call({ method: 'DELETE', path: '/account/email' });
}
