import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isConversationStream, ownerOf } from '@/lib/socket/streams';
import { useReplica } from '@/lib/sync/replica-context';
import type { ReplicaState } from '@/lib/sync/replica-state';
import { nameIn } from '@/lib/group/group-fold';
import { readBody } from '@/lib/message/message-body';
import { wordsOf } from '../message-facts';

/** Reads a new message aloud once, when it arrives and not while the past is being fetched. */
export function MessageAnnouncer() {
  const { t } = useTranslation();
  const replica = useReplica();
  const [announcement, setAnnouncement] = useState('');
  useEffect(
    () =>
      replica.store.subscribe((state, before) => {
        const message = newMessage(state, before, t);
        if (message !== undefined) {
          setAnnouncement(
            message.group === undefined
              ? t('messages.announce', message)
              : t('messages.announceIn', { ...message, group: message.group }),
          );
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
  t: TFunction,
): { name: string; text: string; group?: string } | undefined {
  if (state.streams === before.streams || state.status !== 'online') {
    return undefined;
  }
  for (const [stream, { lastMessage }] of state.streams) {
    const isNew = lastMessage?.seq !== before.streams.get(stream)?.lastMessage?.seq;
    if (isNew && lastMessage !== undefined && lastMessage.by !== state.account) {
      const content = readBody(lastMessage.body);
      const conversation = isConversationStream(stream)
        ? state.conversations.get(ownerOf(stream))
        : undefined;
      const name = nameIn(conversation, lastMessage.by ?? '') ?? '';
      return content.type === 'text'
        ? { name, group: conversation?.name, text: wordsOf(content, t) }
        : undefined;
    }
  }
  return undefined;
}
