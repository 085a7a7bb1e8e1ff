import { call } from '@/lib/api/client';
import type { PasskeyChallenge } from '@/lib/api/types';

/** Asks what an authenticator must sign that makes a passkey for this account. */
export function requestNewPasskey(): Promise<PasskeyChallenge> {
  return call({ method: 'POST', path: '/account/credentials/passkeys/challenges', body: {} });
}
