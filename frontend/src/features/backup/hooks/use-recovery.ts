import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useOwnNews } from '../../conversation/hooks/use-own-news';
import { useReplica } from '@/lib/sync/replica-context';

/** How the account's root stands here, and how it comes to other browsers. */
export function useRecovery() {
  const { root } = useReplica().backup;
  const queries = useQueryClient();
  // Another browser of this person may have changed it: then there are news.
  const query = useQuery({
    queryKey: ['recovery', useOwnNews()],
    queryFn: () => root.look(),
    placeholderData: keepPreviousData,
  });
  return { query, askAgain: () => queries.invalidateQueries({ queryKey: ['recovery'] }) };
}
