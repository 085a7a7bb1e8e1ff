import { call } from '@/lib/api/client';
import type { PasskeyChallenge } from '@/lib/api/types';

/** Asks what a passkey must sign that proves who the person is. */
export function requestPasskeyProof(): Promise<PasskeyChallenge> {
  return call({ method: 'POST', path: '/account/proofs/passkey/challenges', body: {} });
}
