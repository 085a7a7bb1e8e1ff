import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Credentials } from '@/lib/api/types';

/** The ways to sign in to the account. */
export const credentialsQuery = queryOptions({
  queryKey: ['credentials'],
  queryFn: ({ signal }) =>
    call<Credentials>({ method: 'GET', path: '/account/credentials', signal }),
});
