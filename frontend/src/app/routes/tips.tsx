import { useTranslation } from 'react-i18next';
import { TipHistory } from '../../features/tip/components/tip-history';
import { BackLink } from '../components/back-link';

/** What one gave and received. */
export function TipsRoute() {
  const { t } = useTranslation();
  return (
    <div className="relative h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-2xl px-4 py-4 md:py-10">
        <BackLink to="/settings">{t('settings.title')}</BackLink>
        <h1 className="mb-4 text-xl font-bold tracking-tight md:text-2xl">
          {t('tip.history.title')}
        </h1>
        <TipHistory />
      </div>
    </div>
  );
}
