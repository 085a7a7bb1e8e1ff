import { MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useOpenConversation } from '../hooks/use-open-conversation';

/** Opens the conversation with somebody, and goes there. */
export function MessageButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const navigate = useNavigate();
  const opening = useOpenConversation();
  if (person.id === account.id) {
    return <span className="px-3 text-sm text-muted">{t('people.you')}</span>;
  }
  return (
    <Button
      look="secondary"
      aria-label={t('people.messageName', { name: person.username })}
      isBusy={opening.isPending}
      onClick={() =>
        opening.mutate(person.id, {
          onSuccess: ({ id }) => void navigate(`/chats/${id}`),
          onError: () => toast(t('people.messageFailed'), 'failed'),
        })
      }
    >
      <MessageCircle aria-hidden className="size-4.5" />
      {t('people.message')}
    </Button>
  );
}
