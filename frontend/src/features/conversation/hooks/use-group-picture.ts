import { useQuery } from '@tanstack/react-query';
import { useReplicaState } from '@/lib/sync/replica-context';
import { pictureQuery } from '../api/get-picture';

/** The address of a group's picture; undefined while it is on its way, and when there is none. */
export function useGroupPicture(conversation: string): string | undefined {
  // The pictures of a group are for its members.
  const picture = useReplicaState((state) => {
    const known = state.conversations.get(conversation);
    return known?.leftSeq === undefined ? known?.picture : undefined;
  });
  const shown = useQuery({
    ...pictureQuery(conversation, picture ?? ''),
    enabled: picture !== undefined,
  });
  return picture === undefined ? undefined : shown.data;
}
