import { useTranslation } from 'react-i18next';
import { conversationStream } from '@/lib/socket/streams';
import { useReplicaState } from '@/lib/sync/replica-context';
import { readBody } from '../message-content';

/** The last message of a conversation in one line. */
export function MessagePreview({ conversation }: { conversation: string }) {
  const { t } = useTranslation();
  const account = useReplicaState((state) => state.account);
  const last = useReplicaState(
    (state) => state.streams.get(conversationStream(conversation))?.lastMessage,
  );
  const isComing = useReplicaState(({ status }) => status !== 'online' && status !== 'offline');
  const sending = useReplicaState((state) =>
    state.outbox.findLast((item) => item.conversation === conversation),
  );
  const shown = sending ?? last;
  if (shown === undefined) {
    return isComing ? '\u00a0' : t('chats.noMessages');
  }
  const isOwn = sending !== undefined || last?.by === account;
  const content = readBody(shown.body);
  const text = content.type === 'text' ? content.text : t(`messages.${content.type}`);
  return isOwn ? `${t('chats.you')} ${text}` : text;
}
