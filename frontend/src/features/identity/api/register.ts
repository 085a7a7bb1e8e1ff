import { publicCall } from '@/lib/api/client';
import type { PasswordSignIn, SignedIn } from '@/lib/api/types';

export function register(body: PasswordSignIn): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/register', body });
}
