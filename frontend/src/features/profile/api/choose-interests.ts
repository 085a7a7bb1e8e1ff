import { call } from '@/lib/api/client';
import type { OwnInterests } from '@/lib/api/types';

/** Has these interests from now on, and no others. */
export function chooseInterests(interests: readonly number[]): Promise<OwnInterests> {
  return call({ method: 'PUT', path: '/account/interests', body: { interests } });
}
