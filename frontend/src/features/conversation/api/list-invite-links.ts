import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { InviteLinks } from '@/lib/api/types';

/** The ways into a group: all for admins, for others those that they made. */
export function inviteLinksQuery(group: string) {
  return queryOptions({
    queryKey: ['invite-links', group],
    queryFn: ({ signal }) =>
      call<InviteLinks>({ method: 'GET', path: `/conversations/${group}/invite-links`, signal }),
  });
}
