import { call } from '@/lib/api/client';
import type { Conversation, Conversations } from '@/lib/api/types';

/** Every conversation of this person, page by page. */
export async function listConversations(): Promise<Conversation[]> {
  const conversations: Conversation[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '200', ...(after === undefined ? {} : { after }) });
    const page = await call<Conversations>({
      method: 'GET',
      path: `/conversations?${query.toString()}`,
    });
    conversations.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return conversations;
}
