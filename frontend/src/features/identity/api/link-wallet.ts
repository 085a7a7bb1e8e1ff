import { call } from '@/lib/api/client';
import type { Credentials, SignedMessage } from '@/lib/api/types';

export function linkWallet(body: SignedMessage): Promise<Credentials> {
  return call({ method: 'POST', path: '/account/credentials/wallets', body });
}
