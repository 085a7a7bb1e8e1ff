import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './ui/button';
import { Skeleton } from './ui/skeleton';

interface FoundListProps<T> {
  /** The pages that were asked for so far. */
  found: UseInfiniteQueryResult<InfiniteData<{ items: readonly T[] }>>;
  label: string;
  /** One of them, as an item of the list with a key. */
  row: (item: T) => ReactNode;
  /** What is shown in place of a list without items. */
  empty: ReactNode;
  problem: (error: Error) => ReactNode;
}

/** What a search has found, a page at a time. */
export function FoundList<T>({ found, label, row, empty, problem }: FoundListProps<T>) {
  const { t } = useTranslation();
  if (found.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3">
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (found.isError) {
    return (
      <div className="space-y-3">
        {problem(found.error)}
        <Button look="secondary" onClick={() => void found.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0) {
    return empty;
  }
  return (
    <>
      <ul aria-label={label} className="space-y-1">
        {items.map(row)}
      </ul>
      {found.hasNextPage && (
        <Button
          look="quiet"
          isWide
          className="mt-2"
          isBusy={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
    </>
  );
}
