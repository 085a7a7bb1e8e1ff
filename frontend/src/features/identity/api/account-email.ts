import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { AccountEmail } from '@/lib/api/types';

/** The addresses of the account; asked again when the person comes back from his mail. */
export const accountEmailQuery = queryOptions({
  queryKey: ['account-email'],
  queryFn: ({ signal }) => call<AccountEmail>({ method: 'GET', path: '/account/email', signal }),
  refetchOnWindowFocus: 'always',
});
