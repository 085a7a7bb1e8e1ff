import { call } from '@/lib/api/client';

/** Has no picture from now on. */
export function removeOwnPicture(): Promise<void> {
  return call({ method: 'DELETE', path: '/account/profile/picture' });
}
