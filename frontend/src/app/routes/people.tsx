import { UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ContactButton } from '../../features/contact/components/contact-button';
import { DiscoverPeople } from '../../features/profile/components/discover-people';

export function PeopleRoute() {
  const { t } = useTranslation();
  return (
    <div className="relative h-full overflow-y-auto bg-panel">
      <div className="mx-auto max-w-2xl px-4 py-4 md:py-10">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-2">
          <h1 className="text-xl font-bold tracking-tight md:text-2xl">{t('people.title')}</h1>
          <Link
            to="/groups/new"
            className="-me-2 inline-flex min-h-11 items-center gap-2 rounded-xl px-3 font-semibold text-accent-text hover:bg-hover"
          >
            <UsersRound aria-hidden className="size-5" />
            {t('chats.newGroup')}
          </Link>
        </div>
        <DiscoverPeople actionFor={(person) => <ContactButton person={person} />} />
      </div>
    </div>
  );
}
