import { call } from '@/lib/api/client';
import type { Profile } from '@/lib/api/types';

export function getProfile(signal: AbortSignal): Promise<Profile> {
  return call({ method: 'GET', path: '/account/profile', signal });
}
