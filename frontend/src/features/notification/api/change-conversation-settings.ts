import { call } from '@/lib/api/client';
import type { ConversationSettings, ConversationSettingsChange } from '@/lib/api/types';

/** Changes what this person is told of a conversation, on all devices. */
export function changeConversationSettings(
  conversation: string,
  change: ConversationSettingsChange,
): Promise<ConversationSettings> {
  return call({ method: 'PATCH', path: `/conversations/${conversation}/settings`, body: change });
}
