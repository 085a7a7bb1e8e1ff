import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Sessions } from '@/lib/api/types';

export const sessionsQuery = queryOptions({
  queryKey: ['sessions'],
  queryFn: async ({ signal }) => {
    const { items } = await call<Sessions>({ method: 'GET', path: '/sessions', signal });
    return items;
  },
});
