import { call } from '@/lib/api/client';
import type { InterestCatalogue } from '@/lib/api/types';

export function listInterests(signal: AbortSignal): Promise<InterestCatalogue> {
  return call({ method: 'GET', path: '/interests', signal });
}
