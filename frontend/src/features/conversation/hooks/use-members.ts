import { useMemo } from 'react';
import type { Person } from '@/lib/api/types';
import { useReplicaState } from '@/lib/sync/replica-context';

/** The people of a conversation who have a name, this person among them. */
export function useMembers(conversation: string): readonly Person[] {
  const members = useReplicaState((state) => state.conversations.get(conversation)?.members);
  return useMemo(
    () =>
      (members ?? []).flatMap(({ id, username }) =>
        username === undefined ? [] : [{ id, username }],
      ),
    [members],
  );
}
