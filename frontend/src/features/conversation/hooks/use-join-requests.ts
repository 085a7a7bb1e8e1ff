import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Conversation } from '@/lib/api/types';
import { useReplicaState } from '@/lib/sync/replica-context';
import { joinRequestsQuery } from '../api/list-join-requests';

/** Who asks to join a group, for its admins; asked again whenever that may have changed. */
export function useJoinRequests({ id, memberCount }: Conversation, isAdmin: boolean) {
  const queries = useQueryClient();
  const news = useReplicaState(({ joinNews }) => joinNews);
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: joinRequestsQuery(id).queryKey });
  }, [id, memberCount, news, queries]);
  return useInfiniteQuery({ ...joinRequestsQuery(id), enabled: isAdmin });
}
