import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { SearchPlace } from '@/lib/search/search-index';
import { isConversationStream, ownerOf } from '@/lib/socket/streams';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';

/** So many conversations are asked at a time for what they have on the server alone. */
const ASKED_AT_ONCE = 20;

/** The messages of all conversations that have these words, page by page, and kept true. */
export function useFoundMessages(query: string) {
  const replica = useReplica();
  const queries = useQueryClient();
  const account = useReplicaState((state) => state.account);
  const news = useReplicaState((state) => state.searchNews);
  const queryKey = useMemo(() => ['found-messages', account, query], [account, query]);
  useEffect(() => {
    void queries.invalidateQueries({ queryKey });
  }, [news, queries, queryKey]);
  return useInfiniteQuery({
    queryKey,
    queryFn: async ({ pageParam, signal }) => {
      const { found, next, isWhole } = await replica.search(query, pageParam, signal);
      return { items: found, next, isWhole };
    },
    initialPageParam: undefined as SearchPlace | undefined,
    getNextPageParam: ({ next }) => next,
    // Nothing goes over the network, and nothing that people wrote stays behind.
    networkMode: 'always',
    gcTime: 0,
    retry: false,
    staleTime: Infinity,
  });
}

export interface OlderMessages {
  /** Whether the server has messages that are not in this browser, and so are not found. */
  areElsewhere: boolean;
  fetch: () => void;
  isFetching: boolean;
}

/** What is not searched because it is not here yet. */
export function useOlderMessages(): OlderMessages {
  const replica = useReplica();
  const streams = useReplicaState((state) => state.streams);
  const [askedAt, setAskedAt] = useState<number>();
  const rows = useMemo(
    () =>
      [...streams.values()]
        .map(({ row }) => row)
        .filter(({ stream, floor, origin }) => isConversationStream(stream) && floor > origin),
    [streams],
  );
  const elsewhere = rows.reduce((sum, { floor, origin }) => sum + floor - origin, 0);
  return {
    areElsewhere: elsewhere > 0,
    fetch: () => {
      setAskedAt(elsewhere);
      rows
        .slice(0, ASKED_AT_ONCE)
        .forEach(({ stream }) => void replica.fetchOlder(ownerOf(stream)));
    },
    isFetching: askedAt === elsewhere,
  };
}
