import type { VerifiedKeys } from '@/lib/trust/verifications';
import type { Believed } from '@/workers/crypto/account-client';

/** How sure this person is of somebody. */
export type Standing =
  /** Nothing is known of the key of the account: nobody has encrypted anything yet. */
  | 'unknown'
  | 'unverified'
  | 'verified'
  /** It was verified, and has another key now. */
  | 'changed';

export function standingOf(
  person: string,
  believed: Believed | undefined,
  verified: VerifiedKeys,
): Standing {
  const compared = verified.get(person);
  if (believed === undefined) {
    return compared === undefined ? 'unknown' : 'changed';
  }
  if (compared === undefined) {
    return 'unverified';
  }
  return compared === believed.key && believed.candidate === undefined ? 'verified' : 'changed';
}
