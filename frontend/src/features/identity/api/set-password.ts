import { call } from '@/lib/api/client';
import type { Credentials } from '@/lib/api/types';

/** Sets or changes the password; a change ends all other sessions. */
export function setPassword(password: string): Promise<Credentials> {
  return call({ method: 'PUT', path: '/account/credentials/password', body: { password } });
}
