import { publicCall } from '@/lib/api/client';
import type { VerifiedAccount } from '@/lib/api/types';

/** Uses the token of a link, which is good once. */
export function verifyEmail(token: string): Promise<VerifiedAccount> {
  return publicCall({ method: 'POST', path: '/email-verifications', body: { token } });
}
