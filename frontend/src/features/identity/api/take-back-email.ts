import { call } from '@/lib/api/client';

/** Takes back the address that waits. */
export function takeBackEmail(): Promise<void> {
  return call({ method: 'DELETE', path: '/account/email/waiting' });
}
