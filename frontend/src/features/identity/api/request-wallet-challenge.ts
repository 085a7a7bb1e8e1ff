import { publicCall } from '@/lib/api/client';
import type { WalletChallenge } from '@/lib/api/types';

/** Asks for a nonce: used once, for a few minutes, on this site. */
export function requestWalletChallenge(): Promise<WalletChallenge> {
  return publicCall({ method: 'POST', path: '/auth/wallet/nonces', body: {} });
}
