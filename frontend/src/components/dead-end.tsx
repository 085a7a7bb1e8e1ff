import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from './ui/empty-state';

interface DeadEndProps {
  art: ReactNode;
  title: string;
  children: ReactNode;
}

/** A page that leads nowhere but back to the chats. */
export function DeadEnd({ art, title, children }: DeadEndProps) {
  const { t } = useTranslation();
  return (
    <EmptyState
      isPage
      art={art}
      title={title}
      action={
        <Link
          to="/chats"
          className="inline-flex min-h-11 items-center rounded-xl bg-accent px-4 font-semibold text-on-accent hover:bg-accent-hover"
        >
          {t('conversation.toChats')}
        </Link>
      }
    >
      {children}
    </EmptyState>
  );
}
