import { publicCall } from '@/lib/api/client';
import type { SignedIn } from '@/lib/api/types';
import type { Credentials } from './sign-in';

export function register(body: Credentials): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/register', body });
}
