import { call } from '@/lib/api/client';
import type { AddInterest, Interest } from '@/lib/api/types';

/** Adds an interest, or finds the one of that name. */
export function addInterest(wish: AddInterest): Promise<Interest> {
  return call({ method: 'POST', path: '/interests', body: wish });
}
