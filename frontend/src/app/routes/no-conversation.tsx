import { MessagesSquare } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/components/ui/empty-state';

export function NoConversationRoute() {
  const { t } = useTranslation();
  const keys = navigator.userAgent.includes('Mac') ? '⌘ K' : 'Ctrl K';
  return (
    <div className="hidden h-full place-items-center bg-canvas md:grid">
      <EmptyState
        art={<MessagesSquare aria-hidden className="size-14" strokeWidth={1.25} />}
        title={t('chats.pick')}
      >
        {t('chats.pickDetail', { keys })}
      </EmptyState>
    </div>
  );
}
