import { publicCall } from '@/lib/api/client';
import type { Recovery, SignedIn } from '@/lib/api/types';

/** Opens a lost account with a link, a code and a new password. */
export function recover(body: Recovery): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/recovery', body });
}
