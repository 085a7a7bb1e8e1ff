import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { useRecoveryReminder } from '../hooks/use-recovery-reminder';

/** Whoever signs out without a way of recovery may not read the messages again. */
export function SignOutCaution() {
  const { t } = useTranslation();
  const { left } = useRecoveryReminder();
  return left === 'set-up' ? (
    <Notice tone="caution" title={t('backup.signOut')}>
      {t('backup.signOutDetail')}
    </Notice>
  ) : null;
}
