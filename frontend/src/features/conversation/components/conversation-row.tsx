import { BellOff } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { listTime } from '@/lib/format/time';
import { isMuted } from '@/lib/notification/conversation-notifications';
import { cx } from '@/components/cx';
import type { ConversationItem } from '../conversation-order';
import { useTyping } from '../hooks/use-typing';
import { ConversationAvatar } from './conversation-avatar';
import { TypingLine } from './typing-line';
import { UnreadBadge } from './unread-badge';

interface ConversationRowProps {
  item: ConversationItem;
  now: Date;
  /** The last message, in one line. */
  preview: ReactNode;
}

export function ConversationRow({ item, now, preview }: ConversationRowProps) {
  const { t, i18n } = useTranslation();
  const isUnread = item.unread > 0;
  const typing = useTyping(item.conversation.id);
  return (
    <NavLink
      to={`/chats/${item.conversation.id}`}
      className={({ isActive }) =>
        cx(
          'flex min-h-17 items-center gap-3 rounded-xl px-3 py-2 transition-colors duration-150',
          isActive ? 'bg-selected' : 'hover:bg-hover',
        )
      }
    >
      <ConversationAvatar
        conversation={item.conversation.id}
        partner={item.partner}
        isPresenceShown
        className="size-12"
      />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span className={cx('truncate', isUnread ? 'font-bold' : 'font-semibold')}>
            {item.partner.username}
          </span>
          <time
            dateTime={item.lastAt}
            className={cx(
              'ms-auto shrink-0 text-xs',
              isUnread ? 'font-semibold text-accent-text' : 'text-faint',
            )}
          >
            {listTime(new Date(item.lastAt), now, i18n.language)}
          </time>
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <span
            dir="auto"
            className={cx(
              'min-w-0 flex-1 truncate text-start text-sm',
              isUnread ? 'font-medium text-ink' : 'text-muted',
            )}
          >
            {typing.length > 0 ? (
              <TypingLine type={item.conversation.type} names={typing} />
            ) : item.draft === undefined ? (
              preview
            ) : (
              <>
                <span className="font-semibold text-danger">{t('chats.draft')} </span>
                {item.draft}
              </>
            )}
          </span>
          {isMuted(item.conversation, now) && (
            <>
              <BellOff aria-hidden className="size-3.5 shrink-0 text-faint" />
              <span className="sr-only">{t('chats.muted')}</span>
            </>
          )}
          <UnreadBadge count={item.unread} />
        </span>
      </span>
    </NavLink>
  );
}
