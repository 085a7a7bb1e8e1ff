import { publicCall } from '@/lib/api/client';
import type { PasswordRegistration, SignedIn } from '@/lib/api/types';

export function register(body: PasswordRegistration): Promise<SignedIn> {
  return publicCall({ method: 'POST', path: '/auth/register', body });
}
