import { useInfiniteQuery } from '@tanstack/react-query';
import { Inbox } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { requestsQuery, type RequestBox } from '../api/list-requests';
import { RequestCard } from './request-card';

/** The requests of one box, newest first. */
export function RequestList({ box }: { box: RequestBox }) {
  const { t } = useTranslation();
  const requests = useInfiniteQuery(requestsQuery(box));
  if (requests.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3">
        <Skeleton className="h-28" />
        <Skeleton className="h-28" />
      </div>
    );
  }
  if (requests.isError) {
    return (
      <div className="space-y-3">
        <ProblemNotice error={requests.error} />
        <Button look="secondary" onClick={() => void requests.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  const contacts = requests.data.pages.flatMap(({ items }) => items);
  if (contacts.length === 0) {
    return (
      <EmptyState
        art={<Inbox aria-hidden className="size-12" strokeWidth={1.5} />}
        title={t(`requests.none.${box}`)}
      >
        {t(`requests.noneDetail.${box}`)}
      </EmptyState>
    );
  }
  return (
    <>
      <ul aria-label={t(`requests.${box}`)} className="space-y-3">
        {contacts.map((contact) => (
          <RequestCard key={contact.person.id} contact={contact} />
        ))}
      </ul>
      {requests.hasNextPage && (
        <Button
          look="quiet"
          isWide
          className="mt-2"
          isBusy={requests.isFetchingNextPage}
          onClick={() => void requests.fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
    </>
  );
}
