import { publicCall } from '@/lib/api/client';
import type { DeviceInput, SignedIn } from '@/lib/api/types';

export interface SignedMessage {
  message: string;
  signature: string;
  device: DeviceInput;
}

export function signInWithWallet(body: SignedMessage): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/wallet/login', body });
}
