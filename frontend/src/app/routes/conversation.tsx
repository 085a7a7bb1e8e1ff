import { Info, MessageCircleQuestionMark, Search } from 'lucide-react';
import { useCallback, useEffect, useState, type ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useMatch, useParams } from 'react-router';
import { useReplicaState } from '@/lib/sync/replica-context';
import { cx } from '@/components/cx';
import { DeadEnd } from '@/components/dead-end';
import { useMedia } from '@/components/use-media';
import { IconButton } from '@/components/ui/icon-button';
import { Spinner } from '@/components/ui/spinner';
import { ConversationHeader } from '../../features/conversation/components/conversation-header';
import { JoinRequestsLine } from '../../features/conversation/components/join-requests-line';
import { partnerOf } from '../../features/conversation/conversation-partner';
import { MessagePane } from '../../features/message/components/message-pane';
import { HistoryNotice } from '../../features/message/components/history-notice';
import { NewKeysNotice } from '../../features/message/components/new-keys-notice';
import { wantedAt } from '../../features/message/message-link';
import { TipSlotContext } from '../../features/message/tip-slot';
import { useTips } from '../../features/tip/hooks/use-tips';
import { VerifiedBadge } from '../../features/trust/components/verified-badge';
import { VerifyConversationButton } from '../../features/trust/components/verify-button';
import { ConversationNotificationsButton } from '../../features/notification/components/conversation-notifications';

/** Wide enough for the conversation and what is told of it beside each other. */
const WIDE = '(min-width: 80rem)';

export function ConversationRoute() {
  const { t } = useTranslation();
  const { conversation: id = '' } = useParams();
  const conversation = useReplicaState((state) => state.conversations.get(id));
  const account = useReplicaState((state) => state.account);
  const isSettled = useReplicaState(
    (state) => state.status === 'online' || state.status === 'offline',
  );
  const [isSearching, setSearching] = useSearching(id);
  const wanted = wantedAt(useLocation());
  const isTold = useMatch('/chats/:conversation/info') !== null;
  const isCovered = !useMedia(WIDE) && isTold;
  if (conversation === undefined) {
    return isSettled ? <NoSuchConversation /> : <Coming />;
  }
  const partner = partnerOf(conversation, account, t('chats.deleted'));
  return (
    <div className="relative flex h-full">
      <section
        key={id}
        aria-label={partner.username}
        className={cx(
          'flex h-full min-w-0 flex-1 flex-col bg-canvas',
          isTold && 'max-xl:invisible',
        )}
      >
        <ConversationHeader
          conversation={conversation}
          partner={partner}
          badge={
            conversation.type === 'direct' && partner.id !== account ? (
              <VerifiedBadge person={partner.id} />
            ) : undefined
          }
          actions={
            <>
              <VerifyConversationButton conversation={conversation} />
              <IconButton
                label={t('search.label')}
                aria-pressed={isSearching}
                icon={<Search aria-hidden className="size-5" />}
                onClick={() => setSearching(!isSearching)}
              />
              <ConversationNotificationsButton conversation={conversation} />
              {conversation.type === 'group' && (
                <Link
                  to={isTold ? `/chats/${id}` : `/chats/${id}/info`}
                  replace={isTold}
                  aria-label={t('group.info')}
                  title={t('group.info')}
                  aria-current={isTold ? 'page' : undefined}
                  className="grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-hover hover:text-ink"
                >
                  <Info aria-hidden className="size-5" />
                </Link>
              )}
            </>
          }
        />
        {conversation.type === 'group' && <JoinRequestsLine group={conversation} />}
        <HistoryNotice conversation={conversation} />
        <NewKeysNotice conversation={conversation} />
        <MessagesWithTips
          about={conversation}
          name={partner.username}
          partner={partner}
          isSearching={isSearching}
          wanted={wanted}
          isCovered={isCovered}
          onSearch={setSearching}
        />
      </section>
      <Outlet />
    </div>
  );
}

function MessagesWithTips(props: ComponentProps<typeof MessagePane>) {
  const { slot, dialog } = useTips(props.about);
  return (
    <TipSlotContext value={slot}>
      <MessagePane {...props} />
      {dialog}
    </TipSlotContext>
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
      <DeadEnd
        art={<MessageCircleQuestionMark aria-hidden className="size-12" strokeWidth={1.5} />}
        title={t('conversation.notFound')}
      >
        {t('conversation.notFoundDetail')}
      </DeadEnd>
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
