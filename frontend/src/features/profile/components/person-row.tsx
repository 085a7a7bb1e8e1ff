import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PersonCard } from '@/lib/api/types';
import { PersonAvatar } from '@/components/person-avatar';
import { InterestChips } from './interest-chips';
import { PersonSummary } from './person-summary';

/** What to do with somebody who was found. */
export type ActionFor = (person: PersonCard) => ReactNode;

/** Somebody who was found, in a list. */
export function PersonRow({ person, action }: { person: PersonCard; action: ReactNode }) {
  const { t } = useTranslation();
  return (
    <li className="rounded-xl px-2 py-2 hover:bg-hover">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <PersonAvatar
          id={person.id}
          name={person.displayName ?? person.username}
          className="size-12"
        />
        <Link to={`/people/${person.id}`} className="min-w-0 flex-1 basis-32 rounded-lg py-1">
          <PersonSummary person={person} />
        </Link>
        {action}
      </div>
      {person.sharedInterests.length > 0 && (
        <div className="mt-1.5 ps-15.5">
          <InterestChips
            label={t('people.shared', { name: person.displayName ?? person.username })}
            interests={person.sharedInterests}
            shared={person.sharedInterests.map(({ id }) => id)}
          />
        </div>
      )}
    </li>
  );
}
