import { useTranslation } from 'react-i18next';
import { PeopleSearch } from '../../features/conversation/components/people-search';

export function PeopleRoute() {
  const { t } = useTranslation();
  return (
    <div className="h-full overflow-y-auto bg-panel">
      <div className="mx-auto max-w-2xl px-4 py-4 md:py-10">
        <h1 className="mb-4 text-xl font-bold tracking-tight md:text-2xl">{t('people.title')}</h1>
        <PeopleSearch />
      </div>
    </div>
  );
}
