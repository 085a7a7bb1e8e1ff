import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Invitation } from '@/lib/api/types';

/** What one would join by a link. The token goes in the body: addresses end up in logs. */
export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) =>
      call<Invitation>({ method: 'POST', path: '/invitations/preview', body: { token }, signal }),
  });
}
