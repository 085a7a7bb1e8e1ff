import { useTranslation } from 'react-i18next';
import { conversationStream } from '@/lib/socket/streams';
import { readBody, type MessageContent } from '@/lib/message/message-body';
import { isOwnMessage } from '@/lib/sync/outbox-item';
import { useReplicaState } from '@/lib/sync/replica-context';

import { plainText } from '../markdown';

const LONGEST = 200;

/** The last message of a conversation in one line. */
export function MessagePreview({ conversation }: { conversation: string }) {
  const { t } = useTranslation();
  const account = useReplicaState((state) => state.account);
  const view = useReplicaState((state) => state.streams.get(conversationStream(conversation)));
  const isComing = useReplicaState(({ status }) => status !== 'online' && status !== 'offline');
  const sending = useReplicaState((state) =>
    state.outbox.findLast((item) => item.conversation === conversation && isOwnMessage(item)),
  );
  const last = view?.lastMessage;
  const shown = sending ?? last;
  if (shown === undefined) {
    return isComing ? '\u00a0' : t('chats.noMessages');
  }
  const isOwn = sending !== undefined || last?.by === account;
  const said = readBody(shown.body);
  const edited = sending === undefined && said.type === 'text' ? view?.lastEdit : undefined;
  const text =
    textOf(edited === undefined ? said : readBody(edited.body)) ??
    t(`messages.${said.type === 'erased' ? 'erased' : 'unsupported'}`);
  return isOwn ? `${t('chats.you')} ${text}` : text;
}

function textOf(content: MessageContent): string | undefined {
  return 'text' in content ? plainText(content.text.slice(0, LONGEST)) : undefined;
}
