import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { GroupListing } from '@/lib/api/types';

/** Whether everybody may find a group, for its members. */
export function listingQuery(group: string) {
  return queryOptions({
    queryKey: ['listing', group],
    queryFn: ({ signal }) =>
      call<GroupListing>({ method: 'GET', path: `/conversations/${group}/listing`, signal }),
  });
}
