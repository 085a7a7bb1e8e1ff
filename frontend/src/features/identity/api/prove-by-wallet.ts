import { call } from '@/lib/api/client';
import type { SignedMessage } from '@/lib/api/types';

export function proveByWallet(body: SignedMessage): Promise<void> {
  return call({ method: 'POST', path: '/account/proofs/wallet', body });
}
