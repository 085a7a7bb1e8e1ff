import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '@/lib/api/types';
import { PersonAvatar } from '@/components/person-avatar';
import { Button } from '@/components/ui/button';

interface PeopleSectionProps {
  title: string;
  /** Said when the people cannot be told. */
  failed: string;
  people: UseInfiniteQueryResult<InfiniteData<{ items: Person[] }>>;
  /** What can be done about one of them. */
  actions: (person: Person) => ReactNode;
}

/** People of a group about whom its admins decide. Nothing is drawn while that is nobody. */
export function PeopleSection({ title, failed, people, actions }: PeopleSectionProps) {
  const { t } = useTranslation();
  const all = people.data?.pages.flatMap((page) => page.items) ?? [];
  if (all.length === 0) {
    return people.isError ? (
      <p role="alert" className="px-1 text-sm text-danger">
        {failed}
      </p>
    ) : null;
  }
  return (
    <section>
      <h3 className="px-1 text-base font-semibold">{title}</h3>
      <ul
        aria-label={title}
        className="mt-2.5 overflow-hidden rounded-2xl border border-line bg-surface p-2"
      >
        {all.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5">
            <PersonAvatar id={person.id} name={person.username} className="size-9" />
            <span className="min-w-24 flex-1 font-medium wrap-anywhere">{person.username}</span>
            <span className="ms-auto flex flex-wrap justify-end gap-2">{actions(person)}</span>
          </li>
        ))}
      </ul>
      {people.hasNextPage && (
        <Button
          look="quiet"
          isWide
          isBusy={people.isFetchingNextPage}
          onClick={() => void people.fetchNextPage()}
        >
          {t('group.people.more')}
        </Button>
      )}
    </section>
  );
}
