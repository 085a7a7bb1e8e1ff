import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { listTime } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import type { FoundMessage } from '@/lib/search/search-index';
import { useReplicaState } from '@/lib/sync/replica-context';
import { FoundList } from '@/components/found-list';
import { Notice } from '@/components/ui/notice';
import { ConversationAvatar } from '../../conversation/components/conversation-avatar';
import { partnerOf } from '../../conversation/conversation-partner';
import { useSettled } from '../../profile/hooks/use-settled';
import { useFoundMessages, useOlderMessages } from '../hooks/use-found-messages';
import { useNames } from '../hooks/use-names';
import { messageAt } from '../message-link';
import { Marked } from './marked';

const TYPING_MS = 200;

/** The messages of all conversations that have what is being typed. */
export function FoundMessages({ query }: { query: string }) {
  const { t } = useTranslation();
  const title = useId();
  const words = useSettled(query.trim(), TYPING_MS);
  const found = useFoundMessages(words);
  const older = useOlderMessages();
  const count = found.data?.pages.reduce((sum, { items }) => sum + items.length, 0) ?? 0;
  const isPreparing = found.data?.pages.some(({ isWhole }) => !isWhole) === true;
  return (
    <section aria-labelledby={title} className="relative px-1 pt-4" aria-busy={found.isFetching}>
      <h2 id={title} className="mb-1 px-2 text-sm font-semibold text-muted">
        {t('found.title')}
      </h2>
      <p role="status" className="sr-only">
        {count > 0 && t('search.found', { count })}
      </p>
      <FoundList
        found={found}
        label={t('found.title')}
        row={(message) => (
          <li key={`${message.conversation} ${message.seq}`}>
            <FoundRow message={message} query={words} />
          </li>
        )}
        empty={
          <p role="status" className="px-2 py-2 text-sm text-muted">
            {t('found.none')}
          </p>
        }
        problem={() => <Notice tone="caution" title={t('found.unanswered')} />}
      />
      {isPreparing && (
        <p role="status" className="px-2 py-2 text-sm text-muted">
          {t('found.preparing')}
        </p>
      )}
      {older.areElsewhere && (
        <div className="px-2 py-2 text-sm text-muted">
          <p>{t('found.elsewhere')}</p>
          <button
            type="button"
            aria-disabled={older.isFetching}
            onClick={older.isFetching ? undefined : older.fetch}
            className="-mx-2 min-h-11 rounded-lg px-2 text-start font-semibold text-accent-text hover:bg-hover"
          >
            {older.isFetching ? t('search.fetching') : t('search.fetch')}
          </button>
        </div>
      )}
    </section>
  );
}

function FoundRow({ message, query }: { message: FoundMessage; query: string }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const account = useReplicaState((state) => state.account);
  const about = useReplicaState((state) => state.conversations.get(message.conversation));
  const nameOf = useNames(about);
  if (about === undefined) {
    return null;
  }
  const partner = partnerOf(about, account, t('chats.deleted'));
  const by =
    message.by === account
      ? t('chats.you')
      : t('chats.by', { name: nameOf(message.by) ?? t('chats.unknown') });
  return (
    <Link
      {...messageAt(message.conversation, message.seq)}
      className="flex min-h-17 items-center gap-3 rounded-xl px-2 py-2 transition-colors duration-150 hover:bg-hover"
    >
      <ConversationAvatar
        conversation={message.conversation}
        partner={partner}
        className="size-10 self-start"
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span dir="auto" className="truncate font-semibold">
            {partner.username}
          </span>
          <time dateTime={message.at} className="ms-auto shrink-0 text-xs text-faint">
            {listTime(new Date(message.at), now, i18n.language)}
          </time>
        </span>
        <span dir="auto" className="line-clamp-2 text-start text-sm wrap-anywhere text-muted">
          {by}{' '}
          <span data-excerpt>
            <Marked text={message.excerpt} query={query} />
          </span>
        </span>
      </span>
    </Link>
  );
}
