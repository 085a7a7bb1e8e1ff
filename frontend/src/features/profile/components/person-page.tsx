import { useQuery } from '@tanstack/react-query';
import { ExternalLink, UserX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonProfile } from '@/lib/api/types';
import { ApiProblem } from '@/lib/api/problem';
import { PersonAvatar } from '@/components/person-avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { getPersonProfile } from '../api/get-person-profile';
import { InterestChips } from './interest-chips';

interface PersonPageProps {
  id: string;
  /** What to do with the person. */
  actionFor: (person: PersonProfile) => ReactNode;
  /** What speaks for the person. */
  tierFor: (person: PersonProfile) => ReactNode;
  /** What stands below what the person tells. */
  moreFor: (person: PersonProfile) => ReactNode;
}

/** All that one may know about somebody. */
export function PersonPage({ id, actionFor, tierFor, moreFor }: PersonPageProps) {
  const { t } = useTranslation();
  const person = useQuery({
    queryKey: ['person-profile', id],
    queryFn: ({ signal }) => getPersonProfile(id, signal),
  });
  if (person.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3">
        <Skeleton className="h-20" />
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (person.isError) {
    return person.error instanceof ApiProblem && person.error.status === 404 ? (
      <EmptyState
        isPage
        art={<UserX aria-hidden className="size-12" strokeWidth={1.5} />}
        title={t('profile.notThere')}
      >
        {t('profile.notThereDetail')}
      </EmptyState>
    ) : (
      <div className="space-y-3">
        <ProblemNotice error={person.error} />
        <Button look="secondary" onClick={() => void person.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return (
    <Person
      person={person.data}
      action={actionFor(person.data)}
      tier={tierFor(person.data)}
      more={moreFor(person.data)}
    />
  );
}

interface PersonProps {
  person: PersonProfile;
  action: ReactNode;
  tier: ReactNode;
  more: ReactNode;
}

function Person({ person, action, tier, more }: PersonProps) {
  const { t } = useTranslation();
  const name = person.displayName ?? person.username;
  const facts = [
    ...(person.ageBand === undefined ? [] : [t('profile.aged', { band: person.ageBand })]),
    ...(person.gender === undefined ? [] : [person.gender]),
  ];
  return (
    <article className="space-y-6">
      <header className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <PersonAvatar id={person.id} name={name} edge={256} className="size-20" />
        <div className="min-w-0 flex-1 basis-40">
          <h1 dir="auto" className="text-xl font-bold tracking-tight wrap-anywhere">
            {name}
          </h1>
          <p className="wrap-anywhere text-muted">@{person.username}</p>
          {facts.length > 0 && (
            <p dir="auto" className="wrap-anywhere text-muted">
              {facts.join(' · ')}
            </p>
          )}
          {tier}
        </div>
        {action}
      </header>
      {person.about !== undefined && (
        <p dir="auto" className="text-pretty wrap-anywhere whitespace-pre-line">
          {person.about}
        </p>
      )}
      {person.interests.length > 0 && (
        <section>
          <h2 className="mb-2 text-sm font-semibold">{t('profile.interests')}</h2>
          <InterestChips
            label={t('profile.interests')}
            interests={person.interests}
            shared={person.sharedInterests}
          />
          {person.sharedInterests.length > 0 && (
            <p className="mt-2 text-sm text-muted">
              {t('profile.sharedCount', { count: person.sharedInterests.length })}
            </p>
          )}
        </section>
      )}
      {person.links.length > 0 && (
        <section>
          <h2 className="mb-1 text-sm font-semibold">{t('profile.links')}</h2>
          <ul>
            {person.links.map((link) => (
              <li key={link}>
                <a
                  href={link}
                  target="_blank"
                  rel="noopener noreferrer nofollow ugc"
                  className="inline-flex min-h-11 max-w-full items-center gap-2 wrap-anywhere text-accent-text underline-offset-2 hover:underline"
                >
                  {link.replace(/^https:\/\//iu, '')}
                  <ExternalLink aria-hidden className="size-4 shrink-0" />
                </a>
              </li>
            ))}
          </ul>
        </section>
      )}
      {more}
    </article>
  );
}
