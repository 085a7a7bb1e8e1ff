import type { Person } from '@/lib/api/types';
import { Avatar } from '@/components/ui/avatar';
import { useGroupPicture } from '../hooks/use-group-picture';
import { PresentAvatar } from './present-avatar';

interface ConversationAvatarProps {
  conversation: string;
  /** Whom one talks to in it. */
  partner: Person;
  /** Whether it shows that the partner is there. */
  isPresenceShown?: boolean;
  className: string;
}

/** What a conversation looks like: the picture of the group, if it has one. */
export function ConversationAvatar(props: ConversationAvatarProps) {
  const { conversation, partner, isPresenceShown = false, className } = props;
  const picture = useGroupPicture(conversation);
  const Shown = isPresenceShown ? PresentAvatar : Avatar;
  return <Shown id={partner.id} name={partner.username} picture={picture} className={className} />;
}
