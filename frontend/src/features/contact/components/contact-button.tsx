import { Clock, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { MessageButton } from '../../conversation/components/message-button';
import { useGoToConversation } from '../../conversation/hooks/use-go-to-conversation';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useWithdraw } from '../hooks/use-contact-commands';
import { useStanding } from '../hooks/use-standing';
import { AskDialog } from './ask-dialog';

/** What one can do with somebody: write, ask, take the question back, or answer his. */
export function ContactButton({ person }: { person: Person & { conversation: boolean } }) {
  const { account } = useCurrentSession();
  return person.conversation || person.id === account.id ? (
    <MessageButton person={person} />
  ) : (
    <StrangerButton person={person} />
  );
}

function StrangerButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const standing = useStanding(person.id);
  const [isAsking, setAsking] = useState(false);
  const withdrawing = useWithdraw(person);
  const { go } = useGoToConversation();
  const name = person.username;
  switch (standing) {
    case 'received':
      return (
        <Link
          to="/requests"
          aria-label={t('contact.answerName', { name })}
          className="inline-flex min-h-11 items-center gap-2 rounded-xl bg-accent px-4 py-2 font-semibold text-on-accent hover:bg-accent-hover"
        >
          {t('contact.answer')}
        </Link>
      );
    case 'sent':
      return (
        <Button
          look="secondary"
          aria-label={t('contact.withdrawName', { name })}
          isBusy={withdrawing.isPending}
          onClick={() => withdrawing.mutate()}
        >
          <Clock aria-hidden className="size-4.5" />
          {t('contact.withdraw')}
        </Button>
      );
    default:
      return (
        <>
          <Button
            look="secondary"
            aria-label={t('contact.askName', { name })}
            onClick={() => setAsking(true)}
          >
            <UserRoundPlus aria-hidden className="size-4.5" />
            {t('contact.ask')}
          </Button>
          {isAsking && (
            <AskDialog
              person={person}
              onAgreed={() => void go(person.id)}
              onClose={() => setAsking(false)}
            />
          )}
        </>
      );
  }
}
