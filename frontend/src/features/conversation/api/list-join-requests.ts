import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { JoinRequests } from '@/lib/api/types';

/** Who waits to be let into a group, for its admins. */
export function joinRequestsQuery(group: string) {
  return infiniteQueryOptions({
    queryKey: ['join-requests', group],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '50' });
      if (pageParam !== undefined) {
        query.set('after', pageParam);
      }
      return call<JoinRequests>({
        method: 'GET',
        path: `/conversations/${group}/join-requests?${query.toString()}`,
        signal,
      });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: JoinRequests) => page.next,
  });
}
