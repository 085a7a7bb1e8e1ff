import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Conversation } from '@/lib/api/types';
import { changeGroup } from '../api/change-group';
import { LISTED_GROUPS_KEY } from '../api/find-groups';
import { listingQuery } from '../api/get-listing';
import { listGroup } from '../api/list-group';
import { unlistGroup } from '../api/unlist-group';

/** What everybody is to see of a group. */
export interface ListingWish {
  description: string;
  interests: readonly number[];
}

/** Whether everybody may find a group. */
export function useListing(group: string) {
  return useQuery(listingQuery(group));
}

/** Lets everybody find a group, or changes what they see. */
export function useListGroup(group: Conversation) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ description, interests }: ListingWish) => {
      if (description !== (group.description ?? '')) {
        await changeGroup(group.id, { description });
      }
      return listGroup(group.id, interests);
    },
    onSuccess: async (listing) => {
      queries.setQueryData(listingQuery(group.id).queryKey, listing);
      await queries.invalidateQueries({ queryKey: [LISTED_GROUPS_KEY] });
    },
  });
}

/** Lets only those find a group who are led to it. */
export function useUnlistGroup(group: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => unlistGroup(group),
    onSuccess: async () => {
      queries.setQueryData(listingQuery(group).queryKey, { listed: false, interests: [] });
      await queries.invalidateQueries({ queryKey: [LISTED_GROUPS_KEY] });
    },
  });
}
