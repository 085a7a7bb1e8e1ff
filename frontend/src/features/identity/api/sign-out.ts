import { call } from '@/lib/api/client';

export function signOut(): Promise<void> {
  return call({ method: 'POST', path: '/auth/logout', body: {} });
}
