import { useReplicaState } from '@/lib/sync/replica-context';

/** Whether this person writes a message in the conversation just now. */
export function useIsTyping(conversation: string, person: string): boolean {
  return useReplicaState((state) => state.typing.get(conversation)?.has(person) === true);
}
