import { call } from '@/lib/api/client';

export function proveByPassword(password: string): Promise<void> {
  return call({ method: 'POST', path: '/account/proofs/password', body: { password } });
}
