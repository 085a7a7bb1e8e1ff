import { call } from '@/lib/api/client';
import type { PasskeyAssertion } from '@/lib/api/types';

export function proveByPasskey(body: PasskeyAssertion): Promise<void> {
  return call({ method: 'POST', path: '/account/proofs/passkey', body });
}
