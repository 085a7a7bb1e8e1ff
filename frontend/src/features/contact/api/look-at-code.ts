import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Contact } from '@/lib/api/types';

/** Whose invite code this is. */
export function lookAtCodeQuery(code: string) {
  return queryOptions({
    queryKey: ['contact-codes', code],
    queryFn: ({ signal }) =>
      call<Contact>({ method: 'POST', path: '/contact-codes/look', body: { code }, signal }),
  });
}
