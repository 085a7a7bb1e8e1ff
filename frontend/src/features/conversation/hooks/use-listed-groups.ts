import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useReplica } from '@/lib/sync/replica-context';
import { LISTED_GROUPS_KEY, listedGroupsQuery } from '../api/find-groups';
import { joinListedGroup } from '../api/join-listed-group';
import { useOwnNews } from './use-own-news';

/** Groups that everybody may find; asked again when an admin may have let this person in. */
export function useListedGroups(words: string, interests: readonly number[]) {
  const queries = useQueryClient();
  const news = useOwnNews();
  const known = useRef(news);
  useEffect(() => {
    if (known.current !== news) {
      known.current = news;
      void queries.invalidateQueries({ queryKey: [LISTED_GROUPS_KEY] });
    }
  }, [news, queries]);
  return useInfiniteQuery(listedGroupsQuery(words, interests));
}

/** Joins such a group, or asks to; one that was joined is here before anybody looks at it. */
export function useJoinListedGroup(group: string) {
  const queries = useQueryClient();
  const replica = useReplica();
  return useMutation({
    mutationFn: async () => {
      const { conversation } = await joinListedGroup(group);
      if (conversation !== undefined) {
        await replica.addConversation(conversation);
      }
      return conversation;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: [LISTED_GROUPS_KEY] }),
  });
}
