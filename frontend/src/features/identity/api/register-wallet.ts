import { publicCall } from '@/lib/api/client';
import type { DeviceInput, SignedIn } from '@/lib/api/types';

export interface WalletRegistration {
  /** The server's proof that this wallet has signed; good for one registration. */
  registration: string;
  username: string;
  device: DeviceInput;
}

export function registerWallet(body: WalletRegistration): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/wallet/register', body });
}
