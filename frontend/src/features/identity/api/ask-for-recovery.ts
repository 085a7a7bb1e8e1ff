import { publicCall } from '@/lib/api/client';

/** Asks for a link; the answer does not tell whether the address is an account's. */
export function askForRecovery(email: string): Promise<void> {
  return publicCall({ method: 'POST', path: '/auth/recovery/links', body: { email } });
}
