import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useRecovery } from '../hooks/use-recovery';
import { LockedHistory } from './locked-history';
import { RecoveryMethods } from './recovery-methods';

/** Recovery: what is set up, or, where the messages are not open yet, how to open them. */
export function RecoveryPanel() {
  const { t } = useTranslation();
  const { query, askAgain } = useRecovery();
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="p-4">
        <Skeleton className="h-24" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="space-y-3 p-4">
        <ProblemNotice error={query.error} />
        <Button look="secondary" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  return query.data.root === 'here' ? (
    <RecoveryMethods methods={query.data.methods} onChanged={() => void askAgain()} />
  ) : (
    <LockedHistory methods={query.data.methods} onOpened={() => void askAgain()} />
  );
}
