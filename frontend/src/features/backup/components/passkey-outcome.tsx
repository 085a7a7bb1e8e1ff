import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { ProblemNotice } from '../../identity/components/problem-notice';
import type { PasskeyOutcome } from '../hooks/use-recovery-passkey';
import { isWrongSecret } from '../wrong-secret';

interface PasskeyOutcomeNoticeProps {
  outcome: PasskeyOutcome | undefined;
  error: Error | null;
}

/** Why a passkey did not do it, when it did not. */
export function PasskeyOutcomeNotice({ outcome, error }: PasskeyOutcomeNoticeProps) {
  const { t } = useTranslation();
  if (error !== null) {
    return isWrongSecret(error) ? (
      <Notice tone="caution" title={t('backup.passkeyWrong')}>
        {t('backup.otherWay')}
      </Notice>
    ) : (
      <ProblemNotice error={error} />
    );
  }
  switch (outcome) {
    case 'closed':
      return (
        <Notice tone="info" title={t('passkey.closed')}>
          {t('passkey.closedDetail')}
        </Notice>
      );
    case 'unfit':
      return (
        <Notice tone="caution" title={t('backup.passkeyUnfit')}>
          {t('backup.passkeyUnfitDetail')}
        </Notice>
      );
    default:
      return null;
  }
}
