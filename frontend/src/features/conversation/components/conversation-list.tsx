import { MessageCirclePlus, MessagesSquare, UsersRound, type LucideIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useNow } from '@/lib/format/use-now';
import { useReplicaState } from '@/lib/sync/replica-context';
import { EmptyState } from '@/components/ui/empty-state';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import type { ConversationItem } from '../conversation-order';
import { useConversationItems } from '../hooks/use-conversation-items';
import { ConversationRow } from './conversation-row';

interface ConversationListProps {
  /** Draws the last message of a conversation in one line. */
  preview: (conversation: string) => ReactNode;
  /** The messages that have what is being typed. */
  found: (query: string) => ReactNode;
}

/** All conversations, newest first; as the person types, those of that name, and messages. */
export function ConversationList({ preview, found }: ConversationListProps) {
  const { t } = useTranslation();
  const items = useConversationItems();
  const status = useReplicaState((state) => state.status);
  const isLoaded = useReplicaState((state) => state.isLoaded);
  const [filter, setFilter] = useState('');
  const isComing = !isLoaded || (items.length === 0 && status !== 'online' && status !== 'offline');
  return (
    <div className="flex h-full flex-col">
      <header className="px-4 pt-4 pb-3">
        <div className="mb-3 flex items-center justify-between">
          <h1 className="text-xl font-bold tracking-tight">{t('chats.title')}</h1>
          <span className="-me-2 flex">
            <Begin to="/groups/new" label={t('chats.newGroup')} icon={UsersRound} />
            <Begin to="/people" label={t('chats.new')} icon={MessageCirclePlus} />
          </span>
        </div>
        <SearchField
          label={t('chats.search')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto px-2 pb-3">
        {isComing ? (
          <ComingRows />
        ) : (
          <>
            <Rows items={items} filter={filter} preview={preview} />
            {items.length > 0 && filter.trim() !== '' && found(filter)}
          </>
        )}
      </div>
    </div>
  );
}

interface BeginProps {
  to: string;
  label: string;
  icon: LucideIcon;
}

function Begin({ to, label, icon: Icon }: BeginProps) {
  return (
    <Link
      to={to}
      aria-label={label}
      title={label}
      className="grid size-11 place-items-center rounded-xl text-accent-text hover:bg-hover"
    >
      <Icon aria-hidden className="size-5.5" />
    </Link>
  );
}

interface RowsProps extends Pick<ConversationListProps, 'preview'> {
  items: readonly ConversationItem[];
  filter: string;
}

function Rows({ items, filter, preview }: RowsProps) {
  const { t } = useTranslation();
  const now = useNow();
  const wanted = filter.trim().toLowerCase();
  const shown = items.filter((item) => item.partner.username.toLowerCase().includes(wanted));
  if (items.length === 0) {
    return (
      <EmptyState
        art={<MessagesSquare aria-hidden className="size-12" strokeWidth={1.5} />}
        title={t('chats.empty')}
        action={<FindPeople />}
      >
        {t('chats.emptyDetail')}
      </EmptyState>
    );
  }
  if (shown.length === 0) {
    return (
      <div className="px-3 py-2 text-sm text-muted">
        <p role="status">{t('chats.noMatch')}</p>
        <Link
          to="/people"
          className="inline-flex min-h-11 items-center font-semibold text-accent-text hover:underline"
        >
          {t('chats.noMatchDetail')}
        </Link>
      </div>
    );
  }
  return (
    <ul aria-label={t('chats.list')} className="space-y-0.5">
      {shown.map((item) => (
        <li key={item.conversation.id}>
          <ConversationRow item={item} now={now} preview={preview(item.conversation.id)} />
        </li>
      ))}
    </ul>
  );
}

function FindPeople() {
  const { t } = useTranslation();
  return (
    <Link
      to="/people"
      className="inline-flex min-h-11 items-center rounded-xl bg-accent px-4 font-semibold text-on-accent hover:bg-accent-hover"
    >
      {t('chats.find')}
    </Link>
  );
}

function ComingRows() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('app.loading')} className="space-y-4 px-3 py-2">
      {[0, 1, 2, 3].map((row) => (
        <div key={row} className="flex items-center gap-3">
          <Skeleton className="size-12 rounded-2xl" />
          <div className="flex-1 space-y-2">
            <Skeleton className="h-4 w-1/3" />
            <Skeleton className="h-3.5 w-3/4" />
          </div>
        </div>
      ))}
    </div>
  );
}
