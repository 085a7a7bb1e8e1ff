import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { PeopleFound } from '@/lib/api/types';

export const DISCOVERY_KEY = 'discovery';

/** People by words and interests; by the caller's own interests without either. */
export function discoveryQuery(words: string, interests: readonly number[]) {
  return infiniteQueryOptions({
    queryKey: [DISCOVERY_KEY, words, interests],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '20' });
      if (words !== '') {
        query.set('q', words);
      }
      interests.forEach((id) => query.append('interest', String(id)));
      if (pageParam !== undefined) {
        query.set('after', pageParam);
      }
      return call<PeopleFound>({
        method: 'GET',
        path: `/people/discovery?${query.toString()}`,
        signal,
      });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: PeopleFound) => page.next,
    staleTime: 30_000,
  });
}
