import { useMemo } from 'react';
import { nameIn } from '@/lib/group/group-fold';
import { useReplicaState } from '@/lib/sync/replica-context';

/** The names of those who write a message in the conversation just now. */
export function useTyping(conversation: string): readonly string[] {
  const account = useReplicaState((state) => state.account);
  const people = useReplicaState((state) => state.typing.get(conversation));
  const known = useReplicaState((state) => state.conversations.get(conversation));
  return useMemo(
    () =>
      [...(people ?? [])]
        .filter((person) => person !== account)
        .flatMap((person) => nameIn(known, person) ?? []),
    [account, known, people],
  );
}
