import { call } from '@/lib/api/client';
import type { WalletChallenge } from '@/lib/api/types';

/** Asks what the message must say that links a wallet to this account. */
export function requestWalletLink(): Promise<WalletChallenge> {
  return call({ method: 'POST', path: '/account/credentials/wallet-nonces', body: {} });
}
