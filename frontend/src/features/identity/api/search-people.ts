import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { People } from '@/lib/api/types';

export function peopleQuery(prefix: string) {
  return infiniteQueryOptions({
    queryKey: ['people', prefix],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ username: prefix, limit: '20' });
      if (pageParam !== undefined) {
        query.set('after', pageParam);
      }
      return call<People>({ method: 'GET', path: `/people?${query.toString()}`, signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: People) => page.next,
    enabled: prefix !== '',
    staleTime: 30_000,
  });
}
