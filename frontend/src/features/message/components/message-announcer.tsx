import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isConversationStream, ownerOf } from '@/lib/socket/streams';
import { useReplica } from '@/lib/sync/replica-context';
import type { ReplicaState } from '@/lib/sync/replica-state';
import { readBody } from '@/lib/message/message-body';
import { plainText } from '../markdown';

const LONGEST = 160;

/** Reads a new message aloud once, when it arrives and not while the past is being fetched. */
export function MessageAnnouncer() {
  const { t } = useTranslation();
  const replica = useReplica();
  const [announcement, setAnnouncement] = useState('');
  useEffect(
    () =>
      replica.store.subscribe((state, before) => {
        const message = newMessage(state, before);
        if (message !== undefined) {
          setAnnouncement(t('messages.announce', message));
        }
      }),
    [replica, t],
  );
  return (
    <p role="status" className="sr-only">
      {announcement}
    </p>
  );
}

function newMessage(
  state: ReplicaState,
  before: ReplicaState,
): { name: string; text: string } | undefined {
  if (state.streams === before.streams || state.status !== 'online') {
    return undefined;
  }
  for (const [stream, { lastMessage }] of state.streams) {
    const isNew = lastMessage?.seq !== before.streams.get(stream)?.lastMessage?.seq;
    if (isNew && lastMessage !== undefined && lastMessage.by !== state.account) {
      const content = readBody(lastMessage.body);
      const members = isConversationStream(stream)
        ? state.conversations.get(ownerOf(stream))?.members
        : undefined;
      const name = members?.find(({ id }) => id === lastMessage.by)?.username ?? '';
      return content.type === 'text'
        ? { name, text: plainText(content.text.slice(0, LONGEST)) }
        : undefined;
    }
  }
  return undefined;
}
