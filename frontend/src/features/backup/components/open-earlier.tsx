import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecovery } from '../hooks/use-recovery';

/** Leads from a message that is locked to where it is opened, as long as that is left to do. */
export function OpenEarlier() {
  const { t } = useTranslation();
  const { query } = useRecovery();
  return query.data?.root === 'locked' ? (
    <Link
      to="/recovery"
      className="mt-1 flex min-h-11 items-center text-sm font-semibold underline underline-offset-2"
    >
      {t('backup.openEarlier')}
    </Link>
  ) : null;
}
