import { call } from '@/lib/api/client';
import type { WalletChallenge } from '@/lib/api/types';

/** Asks what a wallet's message must say that proves who the person is. */
export function requestWalletProof(): Promise<WalletChallenge> {
  return call({ method: 'POST', path: '/account/proofs/wallet-nonces', body: {} });
}
