import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { ChatRequests } from '@/lib/api/types';

export const REQUESTS_KEY = 'requests';

export type RequestBox = 'received' | 'sent' | 'ignored';

/** Chat requests that wait, newest first. */
export function requestsQuery(box: RequestBox) {
  return infiniteQueryOptions({
    queryKey: [REQUESTS_KEY, box],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ box, limit: '50' });
      if (pageParam !== undefined) {
        query.set('after', pageParam);
      }
      return call<ChatRequests>({ method: 'GET', path: `/requests?${query.toString()}`, signal });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: ChatRequests) => page.next,
    staleTime: 30_000,
  });
}
