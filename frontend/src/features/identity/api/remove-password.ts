import { call } from '@/lib/api/client';

export function removePassword(): Promise<void> {
  return call({ method: 'DELETE', path: '/account/credentials/password' });
}
