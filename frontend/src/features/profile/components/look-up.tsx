import { useQuery } from '@tanstack/react-query';
import { SearchX, UserSearch } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { lookUpQuery, lookUpRefusal } from '../api/look-up-person';
import { PersonRow, type ActionFor } from './person-row';

interface LookUpProps {
  /** What somebody may be called exactly. */
  name: string;
  /** Look-ups are counted, so a person asks for each. */
  isAsked: boolean;
  onAsk: () => void;
  actionFor: ActionFor;
}

/** Finds the one person who is called so, when the person at the screen asks for it. */
export function LookUp({ name, isAsked, onAsk, actionFor }: LookUpProps) {
  const { t } = useTranslation();
  return (
    <section className="mt-6" aria-live="polite">
      {isAsked ? (
        <Answer name={name} actionFor={actionFor} />
      ) : (
        <div className="flex flex-col items-start gap-2">
          <Button look="secondary" onClick={onAsk} className="max-w-full">
            <UserSearch aria-hidden className="size-5 shrink-0" />
            <span className="truncate">{t('people.lookUp.action', { text: name })}</span>
          </Button>
          <p className="px-1 text-sm text-muted">{t('people.lookUp.lead')}</p>
        </div>
      )}
    </section>
  );
}

function Answer({ name, actionFor }: Pick<LookUpProps, 'name' | 'actionFor'>) {
  const { t } = useTranslation();
  const answer = useQuery(lookUpQuery(name));
  if (answer.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')}>
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (answer.isError) {
    const reason = lookUpRefusal(answer.error);
    return reason === undefined ? (
      <ProblemNotice error={answer.error} />
    ) : (
      <Notice tone="caution" title={t(`people.lookUp.refused.${reason}`)}>
        {t(`people.lookUp.refused.${reason}Detail`)}
      </Notice>
    );
  }
  if (answer.data.items.length === 0) {
    return (
      <EmptyState
        art={<SearchX aria-hidden className="size-10" strokeWidth={1.5} />}
        title={t('people.lookUp.none')}
      >
        {t('people.lookUp.noneDetail')}
      </EmptyState>
    );
  }
  return (
    <ul aria-label={t('people.results')} className="space-y-1">
      {answer.data.items.map((person) => (
        <PersonRow key={person.id} person={person} action={actionFor(person)} />
      ))}
    </ul>
  );
}
