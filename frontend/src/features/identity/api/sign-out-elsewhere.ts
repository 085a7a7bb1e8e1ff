import { call } from '@/lib/api/client';

export function signOutElsewhere(): Promise<void> {
  return call({ method: 'DELETE', path: '/sessions/others' });
}
