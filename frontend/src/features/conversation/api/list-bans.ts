import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Bans } from '@/lib/api/types';

/** Who is kept out of a group, for its admins. */
export function bansQuery(group: string) {
  return infiniteQueryOptions({
    queryKey: ['bans', group],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '50' });
      if (pageParam !== undefined) {
        query.set('after', pageParam);
      }
      return call<Bans>({
        method: 'GET',
        path: `/conversations/${group}/bans?${query.toString()}`,
        signal,
      });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: Bans) => page.next,
  });
}
