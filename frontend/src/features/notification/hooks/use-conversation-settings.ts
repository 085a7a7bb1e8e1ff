import { useMutation } from '@tanstack/react-query';
import type { ConversationSettingsChange } from '@/lib/api/types';
import { withNotifications } from '@/lib/notification/conversation-notifications';
import { useReplica } from '@/lib/sync/replica-context';
import { changeConversationSettings } from '../api/change-conversation-settings';

/** Changes what this person is told of a conversation, and shows it here at once. */
export function useConversationSettings(id: string) {
  const replica = useReplica();
  return useMutation({
    mutationFn: async (change: ConversationSettingsChange) => {
      const settings = await changeConversationSettings(id, change);
      await replica.changeConversation(id, (known) => withNotifications(known, settings));
    },
  });
}
