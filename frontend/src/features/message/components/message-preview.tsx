import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { groupEvents } from '@/lib/group/group-event';
import { conversationStream } from '@/lib/socket/streams';
import { readBody, type MessageContent } from '@/lib/message/message-body';
import { isOwnMessage } from '@/lib/sync/outbox-item';
import { useReplicaState } from '@/lib/sync/replica-context';
import { useEventText } from '../hooks/use-event-text';
import { useNames } from '../hooks/use-names';
import { unsaidKey, wordsOf } from '../message-facts';

/** The last message of a conversation, or what happened to the group since, in one line. */
export function MessagePreview({ conversation }: { conversation: string }) {
  const { t } = useTranslation();
  const account = useReplicaState((state) => state.account);
  const view = useReplicaState((state) => state.streams.get(conversationStream(conversation)));
  const about = useReplicaState((state) => state.conversations.get(conversation));
  const nameOf = useNames(about);
  const eventText = useEventText(account, nameOf);
  const isComing = useReplicaState(({ status }) => status !== 'online' && status !== 'offline');
  const sending = useReplicaState((state) =>
    state.outbox.findLast((item) => item.conversation === conversation && isOwnMessage(item)),
  );
  const last = view?.lastMessage;
  const shown = sending ?? last;
  const event = sending === undefined ? view?.lastEvent : undefined;
  const happened = event === undefined ? undefined : groupEvents(event).at(-1);
  if (event !== undefined && happened !== undefined) {
    const people = 'account' in happened ? [happened.account] : [];
    return eventText({ event: happened, by: event.by ?? '', people });
  }
  if (shown === undefined) {
    return isComing ? '\u00a0' : t('chats.noMessages');
  }
  const isOwn = sending !== undefined || last?.by === account;
  const said = readBody(shown.body);
  const edited = sending === undefined && said.type === 'text' ? view?.lastEdit : undefined;
  const text = textOf(edited === undefined ? said : readBody(edited.body), t) ?? t(unsaidKey(said));
  if (isOwn) {
    return `${t('chats.you')} ${text}`;
  }
  return about?.type === 'group'
    ? `${t('chats.by', { name: nameOf(last?.by ?? '') ?? t('chats.unknown') })} ${text}`
    : text;
}

function textOf(content: MessageContent, t: TFunction): string | undefined {
  return 'text' in content ? wordsOf(content, t) : undefined;
}
