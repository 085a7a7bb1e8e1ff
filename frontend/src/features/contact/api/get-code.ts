import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { ContactCode } from '@/lib/api/types';

/** This person's invite code, if there is one. */
export const codeQuery = queryOptions({
  queryKey: ['contact-code'],
  queryFn: ({ signal }) =>
    call<ContactCode>({ method: 'GET', path: '/account/contact-code', signal }),
});
