import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';
import { useReplicaState } from '@/lib/sync/replica-context';
import { CONTACT_KEY } from '../api/get-contact';
import { blocksQuery } from '../api/list-blocks';
import { REQUESTS_KEY } from '../api/list-requests';

const KEYS: readonly QueryKey[] = [
  [REQUESTS_KEY],
  [CONTACT_KEY],
  blocksQuery.queryKey,
  // What somebody shows, and who is found, follows from it.
  ['person-profile'],
  ['discovery'],
];

/**
 * Has everything asked again that says how people stand to each other.
 *
 * @returns called with somebody who is gone from now on, asks nothing of him: his page may still be
 *   there for a moment
 */
export function useRenewContacts(): (gone?: string) => void {
  const queries = useQueryClient();
  return useCallback(
    (gone) => {
      const isOfGone = ({ queryKey }: { queryKey: QueryKey }) =>
        gone !== undefined && queryKey.includes(gone);
      KEYS.forEach((queryKey) => {
        void queries.invalidateQueries({ queryKey, predicate: isOfGone, refetchType: 'none' });
        void queries.invalidateQueries({ queryKey, predicate: (query) => !isOfGone(query) });
      });
    },
    [queries],
  );
}

/** Marks what this device changes itself, and asks again after. */
export const CONTACT_COMMAND = ['contact-command'];

/** Does so whenever this person's own stream tells of it, on this device or another. */
export function useContactNews(): void {
  const queries = useQueryClient();
  const renew = useRenewContacts();
  const news = useReplicaState(({ contactNews }) => contactNews);
  useEffect(() => {
    // News can overtake the answer to the command that made them. Who is just being blocked would
    // then be asked for on the page that is about to be left, and not be there.
    if (news > 0 && queries.isMutating({ mutationKey: CONTACT_COMMAND }) === 0) {
      renew();
    }
  }, [news, queries, renew]);
}
