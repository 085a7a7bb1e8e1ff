import { MessageCircleQuestionMark, Search } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { conversationStream } from '@/lib/socket/streams';
import { useReplicaState } from '@/lib/sync/replica-context';
import { IconButton } from '@/components/ui/icon-button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { ConversationHeader } from '../../features/conversation/components/conversation-header';
import { partnerOf } from '../../features/conversation/conversation-partner';
import { MessagePane } from '../../features/message/components/message-pane';

export function ConversationRoute() {
  const { t } = useTranslation();
  const { conversation: id = '' } = useParams();
  const conversation = useReplicaState((state) => state.conversations.get(id));
  const account = useReplicaState((state) => state.account);
  const isSettled = useReplicaState(
    (state) => state.status === 'online' || state.status === 'offline',
  );
  const [isSearching, setSearching] = useSearching(id);
  const brokenAt = useReplicaState(
    (state) => state.streams.get(conversationStream(id))?.row.brokenAt,
  );
  if (conversation === undefined) {
    return isSettled ? <NoSuchConversation /> : <Coming />;
  }
  const partner = partnerOf(conversation, account);
  return (
    <section key={id} aria-label={partner.username} className="flex h-full flex-col bg-canvas">
      <ConversationHeader
        conversation={id}
        partner={partner}
        actions={
          <IconButton
            label={t('search.label')}
            aria-pressed={isSearching}
            icon={<Search aria-hidden className="size-5" />}
            onClick={() => setSearching(!isSearching)}
          />
        }
      />
      {brokenAt !== undefined && (
        <div className="p-3">
          <Notice tone="danger" title={t('conversation.broken')}>
            {t('conversation.brokenDetail', { seq: brokenAt })}
          </Notice>
        </div>
      )}
      <MessagePane
        conversation={id}
        name={partner.username}
        partner={partner}
        isSearching={isSearching}
        onSearch={setSearching}
      />
    </section>
  );
}

/** Whether the person searches in this conversation; Ctrl+F, or Cmd+F on a Mac, begins. */
function useSearching(id: string): [boolean, (isSearching: boolean) => void] {
  const [searched, setSearched] = useState<string>();
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key === 'f' && (event.ctrlKey || event.metaKey) && !event.shiftKey) {
        event.preventDefault();
        setSearched(id);
      }
    };
    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, [id]);
  const set = useCallback(
    (isSearching: boolean) => setSearched(isSearching ? id : undefined),
    [id],
  );
  return [searched === id, set];
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
