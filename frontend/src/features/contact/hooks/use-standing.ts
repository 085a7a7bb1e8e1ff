import { useInfiniteQuery, type InfiniteData } from '@tanstack/react-query';
import type { ChatRequests, Contact } from '@/lib/api/types';
import { blocksQuery } from '../api/list-blocks';
import { requestsQuery } from '../api/list-requests';

/** Requests that wait for this person's answer; undefined until they are known. */
export function useReceived(): readonly Contact[] | undefined {
  return useInfiniteQuery({ ...requestsQuery('received'), select: contactsIn }).data;
}

/** How somebody stands to this person, as far as the lists of requests tell. */
export function useStanding(person: string): Contact['standing'] {
  const received = useReceived();
  const sent = useInfiniteQuery({ ...requestsQuery('sent'), select: contactsIn }).data;
  const isIn = (contacts: readonly Contact[] | undefined) =>
    contacts?.some((contact) => contact.person.id === person) === true;
  return isIn(received) ? 'received' : isIn(sent) ? 'sent' : 'none';
}

/** Whether this person blocks somebody. */
export function useIsBlocked(person: string): boolean {
  const { data } = useInfiniteQuery(blocksQuery);
  return data?.pages.some(({ items }) => items.some(({ id }) => id === person)) === true;
}

function contactsIn({ pages }: InfiniteData<ChatRequests>): readonly Contact[] {
  return pages.flatMap(({ items }) => items);
}
