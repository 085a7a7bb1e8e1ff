import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { peopleQuery } from '../../identity/api/search-people';
import { ProblemNotice } from '../../identity/components/problem-notice';

interface PeopleFoundProps {
  /** The beginning of the user names, normal and not empty. */
  prefix: string;
  /** Shows those found so far. */
  children: (found: readonly Person[]) => ReactNode;
}

/** The people whose user names begin so, a page at a time. */
export function PeopleFound({ prefix, children }: PeopleFoundProps) {
  const { t } = useTranslation();
  const people = useInfiniteQuery(peopleQuery(prefix));
  if (people.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (people.isError) {
    return (
      <div className="space-y-3">
        <ProblemNotice error={people.error} />
        <Button look="secondary" onClick={() => void people.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return (
    <>
      {children(people.data.pages.flatMap((page) => page.items))}
      {people.hasNextPage && (
        <Button
          look="quiet"
          isWide
          className="mt-2"
          isBusy={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
    </>
  );
}
