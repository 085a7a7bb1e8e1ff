import { call } from '@/lib/api/client';
import type { ConversationMember, GroupMembers } from '@/lib/api/types';

/** Everybody in a conversation, page by page. */
export async function listMembers(conversation: string): Promise<ConversationMember[]> {
  const members: ConversationMember[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: '200', ...(after === undefined ? {} : { after }) });
    const page = await call<GroupMembers>({
      method: 'GET',
      path: `/conversations/${conversation}/members?${query.toString()}`,
    });
    members.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return members;
}
