import { useMutation } from '@tanstack/react-query';
import { useReplica } from '@/lib/sync/replica-context';
import { openConversation } from '../api/open-conversation';

/** Opens the conversation with a person, and has it here before anybody looks at it. */
export function useOpenConversation() {
  const replica = useReplica();
  return useMutation({
    mutationFn: async (member: string) => {
      const conversation = await openConversation(member);
      await replica.addConversation(conversation);
      return conversation;
    },
  });
}
