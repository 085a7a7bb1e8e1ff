import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { MessageButton } from '../../features/conversation/components/message-button';
import { PersonPage } from '../../features/profile/components/person-page';
import { BackLink } from '../components/back-link';

/** What there is to know about somebody. */
export function PersonRoute() {
  const { t } = useTranslation();
  const { person: id = '' } = useParams();
  return (
    <div className="relative h-full overflow-y-auto bg-panel">
      <div className="mx-auto max-w-2xl px-4 py-4 md:py-10">
        <BackLink to="/people">{t('people.title')}</BackLink>
        <PersonPage key={id} id={id} actionFor={(person) => <MessageButton person={person} />} />
      </div>
    </div>
  );
}
