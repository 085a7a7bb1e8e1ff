import { call } from '@/lib/api/client';

/** Ends every session of the account, this one too. */
export function signOutEverywhere(): Promise<void> {
  return call({ method: 'DELETE', path: '/sessions' });
}
