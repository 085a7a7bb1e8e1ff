import { KeyRound, LockKeyhole } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { Button } from '@/components/ui/button';
import { useRecoveryReminder } from '../hooks/use-recovery-reminder';

/** Reminds of recovery, calmly: it can wait, and is in nobody's way. */
export function RecoveryReminder() {
  const { t } = useTranslation();
  const { left, isDue, later } = useRecoveryReminder();
  const { pathname } = useLocation();
  if (left === undefined || !isDue || pathname === '/settings' || pathname === '/recovery') {
    return null;
  }
  const Icon = left === 'open' ? LockKeyhole : KeyRound;
  return (
    <section
      aria-label={t('backup.title')}
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line bg-accent-soft px-4 py-2.5"
    >
      <Icon aria-hidden className="size-5 shrink-0 text-accent-text" />
      <div className="min-w-0 flex-1 basis-56">
        <p className="text-base font-semibold text-accent-text">
          {t(left === 'open' ? 'backup.remindOpen' : 'backup.remindSetUp')}
        </p>
        <p className="text-sm text-pretty text-ink">
          {t(left === 'open' ? 'backup.remindOpenDetail' : 'backup.remindSetUpDetail')}
        </p>
      </div>
      <div className="flex gap-2">
        <Button look="quiet" onClick={later}>
          {t('backup.later')}
        </Button>
        <Link
          to="/recovery"
          className="inline-flex min-h-11 items-center rounded-xl bg-accent px-4 py-2 text-base font-semibold text-on-accent hover:bg-accent-hover"
        >
          {t(left === 'open' ? 'backup.open' : 'backup.setUp')}
        </Link>
      </div>
    </section>
  );
}
