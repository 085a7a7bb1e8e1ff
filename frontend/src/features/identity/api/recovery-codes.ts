import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { RecoveryCodes } from '@/lib/api/types';

/** How many recovery codes are left, never the codes. */
export const recoveryCodesQuery = queryOptions({
  queryKey: ['recovery-codes'],
  queryFn: ({ signal }) =>
    call<RecoveryCodes>({ method: 'GET', path: '/account/recovery-codes', signal }),
});
