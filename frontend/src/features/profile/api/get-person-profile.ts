import { call } from '@/lib/api/client';
import type { PersonProfile } from '@/lib/api/types';

/** Somebody, with all that the caller may see. */
export function getPersonProfile(id: string, signal: AbortSignal): Promise<PersonProfile> {
  return call({ method: 'GET', path: `/people/${encodeURIComponent(id)}/profile`, signal });
}
