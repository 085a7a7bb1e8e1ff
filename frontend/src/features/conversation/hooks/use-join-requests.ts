import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Conversation } from '@/lib/api/types';
import { joinRequestsQuery } from '../api/list-join-requests';
import { useOwnNews } from './use-own-news';

/** Who asks to join a group, for its admins; asked again whenever that may have changed. */
export function useJoinRequests({ id, head }: Conversation, isAdmin: boolean) {
  const queries = useQueryClient();
  const news = useOwnNews();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: joinRequestsQuery(id).queryKey });
  }, [head, id, news, queries]);
  return useInfiniteQuery({ ...joinRequestsQuery(id), enabled: isAdmin });
}
