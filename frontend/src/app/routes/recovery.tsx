import { useTranslation } from 'react-i18next';
import { RecoveryPanel } from '../../features/backup/components/recovery-panel';
import { BackLink } from '../components/back-link';

/** Recovery on a page of its own, where reminders lead. */
export function RecoveryRoute() {
  const { t } = useTranslation();
  return (
    <div className="h-full overflow-y-auto bg-canvas">
      <div className="mx-auto max-w-xl px-4 py-4 md:py-10">
        <BackLink to="/settings">{t('settings.title')}</BackLink>
        <h1 className="text-xl font-bold tracking-tight md:text-2xl">{t('backup.title')}</h1>
        <p className="mt-1 mb-5 text-pretty text-muted">{t('backup.lead')}</p>
        <div className="overflow-hidden rounded-2xl border border-line bg-surface">
          <RecoveryPanel />
        </div>
      </div>
    </div>
  );
}
