import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Blocks } from '@/lib/api/types';

/** Whom this person blocks. */
export const blocksQuery = infiniteQueryOptions({
  queryKey: ['blocks'],
  queryFn: ({ pageParam, signal }) => {
    const query = new URLSearchParams({ limit: '200' });
    if (pageParam !== undefined) {
      query.set('after', pageParam);
    }
    return call<Blocks>({ method: 'GET', path: `/blocks?${query.toString()}`, signal });
  },
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: Blocks) => page.next,
  staleTime: 30_000,
});
