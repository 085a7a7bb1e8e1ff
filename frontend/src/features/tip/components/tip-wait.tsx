import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { isOnPhone, pairingStore } from '@/lib/wallet/phone-wallet';
import { Spinner } from '@/components/ui/spinner';
import { PairingCode } from '../../identity/components/pairing-code';
import type { TipStep } from '../hooks/use-tip';

interface TipWaitProps {
  state: Extract<TipStep, { step: 'wallet' | 'calls' | 'claiming' }>;
}

/** The wallet is asked, which on a phone has to read a code before; or the server is told. */
export function TipWait({ state }: TipWaitProps) {
  const { t } = useTranslation();
  const code = useStore(pairingStore, (pairing) => pairing.code);
  if (code !== undefined && state.step === 'wallet' && isOnPhone(state.wallet)) {
    return <PairingCode code={code} />;
  }
  return (
    <p role="status" className="flex items-center gap-3 text-muted">
      <Spinner className="size-5" />
      {state.step === 'wallet'
        ? t('tip.inWallet', { wallet: state.wallet.info.name })
        : state.step === 'calls'
          ? t('tip.calls.has', { wallet: state.wallet.info.name })
          : t('tip.claiming')}
    </p>
  );
}
