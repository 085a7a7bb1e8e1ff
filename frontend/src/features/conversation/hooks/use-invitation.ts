import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useReplica } from '@/lib/sync/replica-context';
import { joinGroup } from '../api/join-group';
import { invitationQuery } from '../api/preview-invitation';
import { useOwnNews } from './use-own-news';

/** What an invite link leads to; asked again when an admin may have decided. */
export function useInvitation(token: string) {
  const queries = useQueryClient();
  const news = useOwnNews();
  useEffect(() => {
    void queries.invalidateQueries({ queryKey: invitationQuery(token).queryKey });
  }, [news, queries, token]);
  return useQuery(invitationQuery(token));
}

/** Joins by a link, or asks to; a group that was joined is here before anybody looks at it. */
export function useJoin(token: string) {
  const queries = useQueryClient();
  const replica = useReplica();
  return useMutation({
    mutationFn: async () => {
      const { conversation } = await joinGroup(token);
      if (conversation !== undefined) {
        await replica.addConversation(conversation);
      }
      return conversation;
    },
    onSettled: () => queries.invalidateQueries({ queryKey: invitationQuery(token).queryKey }),
  });
}
