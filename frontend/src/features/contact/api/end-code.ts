import { call } from '@/lib/api/client';

/** Takes this person's invite code away. */
export function endCode(): Promise<void> {
  return call({ method: 'DELETE', path: '/account/contact-code' });
}
