import { publicCall } from '@/lib/api/client';
import type { SignedIn, WalletRegistration } from '@/lib/api/types';

/** The registration is the server's proof that this wallet has signed; good once. */
export function registerWallet(body: WalletRegistration): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/wallet/register', body });
}
