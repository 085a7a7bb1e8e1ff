import { publicCall } from '@/lib/api/client';
import type { SignedIn, WalletSignIn } from '@/lib/api/types';

export function signInWithWallet(body: WalletSignIn): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/wallet/login', body });
}
