import { queryOptions } from '@tanstack/react-query';
import { publicCall } from '@/lib/api/client';
import type { Configuration } from '@/lib/api/types';

/** What this server allows: read once, it changes only with a new deployment. */
export const configurationQuery = queryOptions({
  queryKey: ['configuration'],
  queryFn: ({ signal }) =>
    publicCall<Configuration>({ method: 'GET', path: '/configuration', signal }),
  staleTime: Infinity,
  gcTime: Infinity,
});
