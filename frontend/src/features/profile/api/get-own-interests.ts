import { call } from '@/lib/api/client';
import type { OwnInterests } from '@/lib/api/types';

export function getOwnInterests(signal: AbortSignal): Promise<OwnInterests> {
  return call({ method: 'GET', path: '/account/interests', signal });
}
