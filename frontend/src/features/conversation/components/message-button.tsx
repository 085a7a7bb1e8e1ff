import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useGoToConversation } from '../hooks/use-go-to-conversation';

/** Opens the conversation with somebody, and goes there. */
export function MessageButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const { go, isPending } = useGoToConversation();
  if (person.id === account.id) {
    return <span className="px-3 text-sm text-muted">{t('people.you')}</span>;
  }
  return (
    <Button
      look="secondary"
      aria-label={t('people.messageName', { name: person.username })}
      isBusy={isPending}
      onClick={() => void go(person.id)}
    >
      <MessageCircle aria-hidden className="size-4.5" />
      {t('people.message')}
    </Button>
  );
}
