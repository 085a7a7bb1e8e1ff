import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from '@/lib/api/types';
import { Avatar } from '@/components/ui/avatar';
import { useIsTyping } from '../hooks/use-is-typing';
import { SealedNotice } from './sealed-notice';

interface ConversationHeaderProps {
  conversation: string;
  partner: Person;
  /** Stands at the end. */
  actions?: ReactNode;
}

export function ConversationHeader({ conversation, partner, actions }: ConversationHeaderProps) {
  const { t } = useTranslation();
  const isTyping = useIsTyping(conversation, partner.id);
  return (
    <header className="flex min-h-16 items-center gap-2 border-b border-line bg-panel px-2 py-2 md:px-5">
      <Link
        to="/chats"
        aria-label={t('app.back')}
        className="grid size-11 place-items-center rounded-xl text-muted hover:bg-hover md:hidden"
      >
        <ArrowLeft aria-hidden className="size-5.5 rtl:rotate-180" />
      </Link>
      <Avatar id={partner.id} name={partner.username} className="size-10" />
      <div className="ms-1.5 min-w-0 flex-1">
        <h1 className="truncate text-base font-semibold">{partner.username}</h1>
        {isTyping ? (
          <p className="min-h-6 text-sm font-medium text-accent-text">{t('conversation.typing')}</p>
        ) : (
          <SealedNotice />
        )}
      </div>
      {actions}
    </header>
  );
}
