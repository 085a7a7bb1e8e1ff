import { call } from '@/lib/api/client';
import type { Profile, ProfileChange } from '@/lib/api/types';

export function changeProfile(change: ProfileChange): Promise<Profile> {
  return call({ method: 'PATCH', path: '/account/profile', body: change });
}
