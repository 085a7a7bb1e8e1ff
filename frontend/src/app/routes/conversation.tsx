import { MessageCircleQuestionMark } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { conversationStream } from '@/lib/socket/streams';
import { useReplicaState } from '@/lib/sync/replica-context';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { ConversationHeader } from '../../features/conversation/components/conversation-header';
import { partnerOf } from '../../features/conversation/conversation-partner';
import { Composer } from '../../features/message/components/composer';
import { MessageList } from '../../features/message/components/message-list';

export function ConversationRoute() {
  const { t } = useTranslation();
  const { conversation: id = '' } = useParams();
  const conversation = useReplicaState((state) => state.conversations.get(id));
  const account = useReplicaState((state) => state.account);
  const isSettled = useReplicaState(
    (state) => state.status === 'online' || state.status === 'offline',
  );
  const brokenAt = useReplicaState(
    (state) => state.streams.get(conversationStream(id))?.row.brokenAt,
  );
  if (conversation === undefined) {
    return isSettled ? <NoSuchConversation /> : <Coming />;
  }
  const partner = partnerOf(conversation, account);
  return (
    <section key={id} aria-label={partner.username} className="flex h-full flex-col bg-canvas">
      <ConversationHeader conversation={id} partner={partner} />
      {brokenAt !== undefined && (
        <div className="p-3">
          <Notice tone="danger" title={t('conversation.broken')}>
            {t('conversation.brokenDetail', { seq: brokenAt })}
          </Notice>
        </div>
      )}
      <MessageList conversation={id} partner={partner} />
      <Composer conversation={id} name={partner.username} />
    </section>
  );
}

function NoSuchConversation() {
  const { t } = useTranslation();
  return (
    <div className="grid h-full place-items-center bg-canvas">
      <EmptyState
        isPage
        art={<MessageCircleQuestionMark aria-hidden className="size-12" strokeWidth={1.5} />}
        title={t('conversation.notFound')}
        action={
          <Link
            to="/chats"
            className="inline-flex min-h-11 items-center rounded-xl bg-accent px-4 font-semibold text-on-accent hover:bg-accent-hover"
          >
            {t('conversation.toChats')}
          </Link>
        }
      >
        {t('conversation.notFoundDetail')}
      </EmptyState>
    </div>
  );
}

function Coming() {
  const { t } = useTranslation();
  return (
    <div className="grid h-full place-items-center bg-canvas">
      <div role="status" aria-label={t('app.loading')}>
        <Spinner className="size-7 text-faint" />
      </div>
    </div>
  );
}
