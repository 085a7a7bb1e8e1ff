import { publicCall } from '@/lib/api/client';
import type { DeviceInput, SignedIn } from '@/lib/api/types';

export interface Credentials {
  username: string;
  password: string;
  device: DeviceInput;
}

export function signIn(body: Credentials): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/login', body });
}
