import { usePersonPicture, type PictureEdge } from '@/lib/people/use-person-picture';
import { Avatar } from './ui/avatar';

interface PersonAvatarProps {
  id: string;
  name: string;
  /** The size that is asked for: about twice as many pixels as the screen's own. */
  edge?: PictureEdge;
  className?: string;
}

/** What somebody looks like: the picture that one may see, or else one made from the id. */
export function PersonAvatar({ id, name, edge = 96, className }: PersonAvatarProps) {
  return <Avatar id={id} name={name} picture={usePersonPicture(id, edge)} className={className} />;
}
