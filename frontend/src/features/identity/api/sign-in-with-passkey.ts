import { publicCall } from '@/lib/api/client';
import type { PasskeySignIn, SignedIn } from '@/lib/api/types';

export function signInWithPasskey(body: PasskeySignIn): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/passkey/login', body });
}
