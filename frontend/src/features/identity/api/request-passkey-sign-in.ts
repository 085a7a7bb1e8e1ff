import { publicCall } from '@/lib/api/client';
import type { PasskeyChallenge } from '@/lib/api/types';

/** Asks what a passkey must sign to sign in. */
export function requestPasskeySignIn(): Promise<PasskeyChallenge> {
  return publicCall({ method: 'POST', path: '/auth/passkey/challenges', body: {} });
}
