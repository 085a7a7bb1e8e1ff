import { UserRound, UsersRound } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { Choice } from '@/components/ui/choice';
import { ContactButton } from '../../features/contact/components/contact-button';
import { DiscoverGroups } from '../../features/conversation/components/discover-groups';
import { DiscoverPeople } from '../../features/profile/components/discover-people';

export function PeopleRoute() {
  const { t } = useTranslation();
  // In the address, so that the way back from a group leads to the groups.
  const [parameters, setParameters] = useSearchParams();
  const kind = parameters.get('show') === 'groups' ? 'groups' : 'people';
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
        <div className="mb-4">
          <Choice
            label={t('people.kind')}
            value={kind}
            options={[
              {
                value: 'people',
                label: t('people.kindPeople'),
                icon: <UserRound aria-hidden className="size-4.5" />,
              },
              {
                value: 'groups',
                label: t('people.kindGroups'),
                icon: <UsersRound aria-hidden className="size-4.5" />,
              },
            ]}
            onChange={(chosen) =>
              setParameters(chosen === 'groups' ? { show: 'groups' } : {}, { replace: true })
            }
          />
        </div>
        {kind === 'groups' ? (
          <DiscoverGroups />
        ) : (
          <DiscoverPeople actionFor={(person) => <ContactButton person={person} />} />
        )}
      </div>
    </div>
  );
}
