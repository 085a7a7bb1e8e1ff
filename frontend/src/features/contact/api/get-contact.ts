import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Contact } from '@/lib/api/types';

export const CONTACT_KEY = 'contact';

/** How somebody stands to this person. */
export function contactQuery(person: string) {
  return queryOptions({
    queryKey: [CONTACT_KEY, person],
    queryFn: ({ signal }) =>
      call<Contact>({ method: 'GET', path: `/people/${person}/request`, signal }),
  });
}
