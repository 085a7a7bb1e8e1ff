import type { Conversation } from '@/lib/api/types';
import { groupEvents } from '@/lib/group/group-event';
import type { Entry } from '@/lib/socket/frames';
import { isAlone, rightsIn } from './group-rights';

/** Why a person cannot write in a conversation. */
export type Closed = 'announcements' | 'left' | 'removed' | 'banned' | 'deleted' | 'alone' | 'over';

/**
 * Why this person cannot write here; undefined when she can.
 *
 * @param last the newest thing that happened to the group, which for one who is no member is how
 *     that came to be
 */
export function closedFor(conversation: Conversation, last: Entry | undefined): Closed | undefined {
  if (isAlone(conversation)) {
    return 'alone';
  }
  if (conversation.leftSeq === undefined) {
    return rightsIn(conversation).write ? undefined : 'announcements';
  }
  const event = last?.seq === conversation.leftSeq ? groupEvents(last).at(-1) : undefined;
  switch (event?.type) {
    case 'left':
    case 'deleted':
      return event.type;
    case 'removed':
      return event.banned ? 'banned' : 'removed';
    default:
      return 'over';
  }
}

/** Whether somebody is the only owner of a group with others in it, who cannot leave it so. */
export function isLastOwner({ members, memberCount }: Conversation, account: string): boolean {
  const owners = members.filter(({ role }) => role === 'owner');
  return (memberCount ?? 0) > 1 && owners.length === 1 && owners[0]?.id === account;
}
