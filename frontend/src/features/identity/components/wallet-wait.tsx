import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Wallet } from '@/lib/wallet/discovery';
import { isOnPhone, pairingStore } from '@/lib/wallet/phone-wallet';
import { Spinner } from '@/components/ui/spinner';
import { PairingCode } from './pairing-code';

interface WalletWaitProps {
  step: 'connecting' | 'signing';
  wallet: Wallet;
}

/** The person looks at the wallet: in its window, or on a phone that has to read a code before. */
export function WalletWait({ step, wallet }: WalletWaitProps) {
  const { t } = useTranslation();
  const code = useStore(pairingStore, (state) => state.code);
  if (code !== undefined && isOnPhone(wallet)) {
    return <PairingCode code={code} />;
  }
  return (
    <div role="status" className="flex flex-col items-center gap-3 py-10 text-center">
      <Spinner className="size-8 text-accent-text" />
      <p className="text-lg font-semibold">{t(`wallet.${step}`, { wallet: wallet.info.name })}</p>
      <p className="text-base text-muted">
        {t(isOnPhone(wallet) ? 'wallet.waitingPhone' : 'wallet.waiting')}
      </p>
    </div>
  );
}
