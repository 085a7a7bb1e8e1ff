import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { BlockedPerson } from '@/lib/api/types';
import { PersonAvatar } from '@/components/person-avatar';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { blocksQuery } from '../api/list-blocks';
import { useBlock } from '../hooks/use-contact-commands';

/** Whom this person blocks. */
export function BlockList() {
  const { t } = useTranslation();
  const blocks = useInfiniteQuery(blocksQuery);
  if (blocks.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="p-4">
        <Skeleton className="h-12" />
      </div>
    );
  }
  if (blocks.isError) {
    return (
      <div className="space-y-3 p-4">
        <ProblemNotice error={blocks.error} />
        <Button look="secondary" onClick={() => void blocks.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  const people = blocks.data.pages.flatMap(({ items }) => items);
  if (people.length === 0) {
    return <p className="px-4 py-3.5 text-muted">{t('blocks.none')}</p>;
  }
  return (
    <>
      <ul aria-label={t('blocks.list')} className="divide-y divide-line">
        {people.map((person) => (
          <BlockRow key={person.id} person={person} />
        ))}
      </ul>
      {blocks.hasNextPage && (
        <Button
          look="quiet"
          isWide
          isBusy={blocks.isFetchingNextPage}
          onClick={() => void blocks.fetchNextPage()}
        >
          {t('people.more')}
        </Button>
      )}
    </>
  );
}

function BlockRow({ person }: { person: BlockedPerson }) {
  const { t } = useTranslation();
  const blocking = useBlock(person);
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-4 py-2.5">
      <PersonAvatar id={person.id} name={person.username} className="size-10" />
      <span className="min-w-0 flex-1 basis-32 font-semibold wrap-anywhere">{person.username}</span>
      <Button
        look="secondary"
        aria-label={t('blocks.unblockName', { name: person.username })}
        isBusy={blocking.isPending}
        onClick={() => blocking.mutate(false)}
      >
        {t('blocks.unblock')}
      </Button>
    </li>
  );
}
