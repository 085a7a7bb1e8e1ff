import { infiniteQueryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { GroupsFound } from '@/lib/api/types';

export const LISTED_GROUPS_KEY = 'listed-groups';

/** Groups that everybody may find, by words and interests; the newest without either. */
export function listedGroupsQuery(words: string, interests: readonly number[]) {
  return infiniteQueryOptions({
    queryKey: [LISTED_GROUPS_KEY, words, interests],
    queryFn: ({ pageParam, signal }) => {
      const query = new URLSearchParams({ limit: '20' });
      if (words !== '') {
        query.set('q', words);
      }
      interests.forEach((id) => query.append('interest', String(id)));
      if (pageParam !== undefined) {
        query.set('after', pageParam);
      }
      return call<GroupsFound>({
        method: 'GET',
        path: `/listed-groups?${query.toString()}`,
        signal,
      });
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page: GroupsFound) => page.next,
    staleTime: 30_000,
  });
}
