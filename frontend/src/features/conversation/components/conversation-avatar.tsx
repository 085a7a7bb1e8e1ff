import type { Person } from '@/lib/api/types';
import { usePersonPicture, type PictureEdge } from '@/lib/people/use-person-picture';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Avatar } from '@/components/ui/avatar';
import { isAlone } from '../group-rights';
import { useGroupPicture } from '../hooks/use-group-picture';
import { PresentAvatar } from './present-avatar';

interface ConversationAvatarProps {
  conversation: string;
  /** Whom one talks to in it. */
  partner: Person;
  /** Whether it shows that the partner is there. */
  isPresenceShown?: boolean;
  /** The size of a person's picture that is asked for. */
  edge?: PictureEdge;
  className: string;
}

/** What a conversation looks like: the picture of the group or of the person, if there is one. */
export function ConversationAvatar(props: ConversationAvatarProps) {
  const { conversation, partner, isPresenceShown = false, edge = 96, className } = props;
  const isDirect = useReplicaState(
    (state) => state.conversations.get(conversation)?.type !== 'group',
  );
  // Whose account was deleted is told gone by the end of the connection, which takes a moment.
  const isGone = useReplicaState((state) => {
    const known = state.conversations.get(conversation);
    return known !== undefined && isAlone(known);
  });
  const ofGroup = useGroupPicture(conversation);
  const ofPerson = usePersonPicture(
    isDirect && partner.id !== conversation ? partner.id : undefined,
    edge,
  );
  const picture = ofGroup ?? ofPerson;
  const Shown = isPresenceShown && !isGone ? PresentAvatar : Avatar;
  return <Shown id={partner.id} name={partner.username} picture={picture} className={className} />;
}
