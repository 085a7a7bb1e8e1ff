import { useTranslation } from 'react-i18next';
import { Notice } from '@/components/ui/notice';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { WalletList } from '../../identity/components/wallet-list';
import { WalletRefusalNotice } from '../../identity/components/wallet-refusal-notice';
import { WalletWait } from '../../identity/components/wallet-wait';
import type { useRecoveryWallet } from '../hooks/use-recovery-wallet';
import { isWrongSecret } from '../wrong-secret';

interface RecoveryWalletProps {
  task: ReturnType<typeof useRecoveryWallet>;
  label: (wallet: string) => string;
}

/** The wallets of this browser, what becomes of the one that is chosen, and why it did not do. */
export function RecoveryWallet({ task: { state, start }, label }: RecoveryWalletProps) {
  const { t } = useTranslation();
  if (state.step === 'connecting' || state.step === 'signing') {
    return <WalletWait step={state.step} wallet={state.wallet} />;
  }
  return (
    <div className="space-y-3">
      {state.step === 'refused' && (
        <WalletRefusalNotice refusal={state.refusal} name={state.wallet.info.name} />
      )}
      {state.step === 'unfit' && (
        <Notice tone="caution" title={t(`backup.wallet_${state.why}`)}>
          {t(`backup.wallet_${state.why}_detail`)}
        </Notice>
      )}
      {state.step === 'failed' &&
        (isWrongSecret(state.error) ? (
          <Notice tone="caution" title={t('backup.walletWrong')}>
            {t('backup.otherWay')}
          </Notice>
        ) : (
          <ProblemNotice error={state.error} />
        ))}
      <WalletList label={label} onChoose={(wallet) => void start(wallet)} />
    </div>
  );
}
