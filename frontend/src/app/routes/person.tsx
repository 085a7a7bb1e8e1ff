import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { BlockButton } from '../../features/contact/components/block-button';
import { ContactButton } from '../../features/contact/components/contact-button';
import { ReportButton } from '../../features/contact/components/report-button';
import { PersonTier } from '../../features/contact/components/person-tier';
import { PersonPage } from '../../features/profile/components/person-page';
import { TipJar } from '../../features/tip/components/tip-jar';
import { TipPersonButton } from '../../features/tip/components/tip-person-button';
import { VerifiedBadge } from '../../features/trust/components/verified-badge';
import { VerifyPersonButton } from '../../features/trust/components/verify-button';
import { BackLink } from '../components/back-link';

/** What there is to know about somebody. */
export function PersonRoute() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { person: id = '' } = useParams();
  return (
    <div className="relative h-full overflow-y-auto bg-panel">
      <div className="mx-auto max-w-2xl px-4 py-4 md:py-10">
        <BackLink to="/people">{t('people.title')}</BackLink>
        <PersonPage
          key={id}
          id={id}
          actionFor={(person) => (
            <div className="flex flex-wrap gap-2">
              <ContactButton person={person} />
              <VerifyPersonButton person={person} />
              <TipPersonButton person={person} />
              <ReportButton person={person} />
              <BlockButton person={person} onDone={() => void navigate('/people')} />
            </div>
          )}
          tierFor={(person) => (
            <>
              <VerifiedBadge person={person.id} />
              <PersonTier person={person} />
            </>
          )}
          moreFor={(person) => <TipJar person={person} />}
        />
      </div>
    </div>
  );
}
