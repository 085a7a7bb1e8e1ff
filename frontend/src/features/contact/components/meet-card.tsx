import { useMutation, useQuery } from '@tanstack/react-query';
import { Unlink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Contact } from '@/lib/api/types';
import { ApiProblem } from '@/lib/api/problem';
import { DeadEnd } from '@/components/dead-end';
import { PersonAvatar } from '@/components/person-avatar';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { useGoToConversation } from '../../conversation/hooks/use-go-to-conversation';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { lookAtCodeQuery } from '../api/look-at-code';
import { takeCode } from '../api/take-code';
import { useRenewContacts } from '../hooks/use-renew-contacts';

/** Whom an invite code leads to, and the way to talk to him. */
export function MeetCard({ code }: { code: string }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(lookAtCodeQuery(code));
  if (error instanceof ApiProblem && error.status === 404) {
    return <CodeOver />;
  }
  if (data !== undefined) {
    return <Meeting contact={data} code={code} />;
  }
  return isPending ? (
    <div role="status" aria-label={t('app.loading')} className="space-y-4">
      <Skeleton className="mx-auto size-22" />
      <Skeleton className="h-12" />
    </div>
  ) : (
    <div className="space-y-3">
      <ProblemNotice error={error} />
      <Button look="secondary" onClick={() => void refetch()}>
        {t('app.retry')}
      </Button>
    </div>
  );
}

/** What is told when a code leads to nobody. */
export function CodeOver() {
  const { t } = useTranslation();
  return (
    <DeadEnd
      art={<Unlink aria-hidden className="size-12" strokeWidth={1.5} />}
      title={t('code.over')}
    >
      {t('code.overDetail')}
    </DeadEnd>
  );
}

function Meeting({ contact: { person }, code }: { contact: Contact; code: string }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const renew = useRenewContacts();
  const { go } = useGoToConversation();
  const taking = useMutation({
    mutationFn: () => takeCode(code),
    onSuccess: async () => {
      renew();
      await go(person.id);
    },
  });
  const name = person.displayName ?? person.username;
  return (
    <div className="flex flex-col items-center text-center">
      <p className="mb-5 text-sm font-semibold text-muted">{t('code.lead')}</p>
      <PersonAvatar id={person.id} name={name} edge={256} className="size-22" />
      <h1 dir="auto" className="mt-4 max-w-full text-xl font-bold wrap-anywhere">
        {name}
      </h1>
      <p className="mt-0.5 wrap-anywhere text-muted">@{person.username}</p>
      {taking.isError && (
        <div className="mt-5 w-full text-start">
          <ProblemNotice error={taking.error} />
        </div>
      )}
      <div className="mt-7 w-full">
        {person.id === account.id ? (
          <p className="text-muted">{t('code.own')}</p>
        ) : (
          <Button isWide isBusy={taking.isPending} onClick={() => taking.mutate()}>
            {t('code.talk', { name: person.username })}
          </Button>
        )}
      </div>
    </div>
  );
}
