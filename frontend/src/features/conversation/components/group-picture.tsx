import type { Conversation } from '@/lib/api/types';
import { PictureChooser } from '@/components/ui/picture-chooser';
import { removePicture } from '../api/remove-picture';
import { setPicture } from '../api/set-picture';
import { useGroupProblem } from '../hooks/use-group-problem';
import { ConversationAvatar } from './conversation-avatar';

/** The picture of a group, large, and the way to another one for those who may change it. */
export function GroupPicture({ group, mayEdit }: { group: Conversation; mayEdit: boolean }) {
  const words = useGroupProblem();
  const picture = (
    <ConversationAvatar
      conversation={group.id}
      partner={{ id: group.id, username: group.name ?? '?' }}
      className="size-22"
    />
  );
  if (!mayEdit) {
    return picture;
  }
  return (
    <PictureChooser
      hasPicture={group.picture !== undefined}
      send={(file, onProgress, signal) => setPicture(group.id, file, onProgress, signal)}
      remove={() => removePicture(group.id)}
      words={words}
    >
      {picture}
    </PictureChooser>
  );
}
