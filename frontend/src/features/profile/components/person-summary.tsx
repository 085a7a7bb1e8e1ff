import { useTranslation } from 'react-i18next';
import type { PersonCard } from '@/lib/api/types';

/** The name of a person, and in small letters what goes with it. */
export function PersonSummary({ person }: { person: Omit<PersonCard, 'sharedInterests'> }) {
  const { t } = useTranslation();
  const facts = [
    ...(person.displayName === undefined ? [] : [`@${person.username}`]),
    ...(person.ageBand === undefined ? [] : [t('profile.aged', { band: person.ageBand })]),
    ...(person.conversation ? [t('profile.inTouch')] : []),
  ];
  return (
    <>
      <span dir="auto" className="block truncate font-semibold">
        {person.displayName ?? person.username}
      </span>
      {facts.length > 0 && (
        <span className="block text-sm wrap-anywhere text-muted">{facts.join(' · ')}</span>
      )}
    </>
  );
}
