import { useTranslation } from 'react-i18next';
import { Spinner } from '@/components/ui/spinner';

interface WalletWaitProps {
  step: 'connecting' | 'signing';
  /** What the wallet calls itself. */
  name: string;
}

/** The wallet's window is open, and the person looks there. */
export function WalletWait({ step, name }: WalletWaitProps) {
  const { t } = useTranslation();
  return (
    <div role="status" className="flex flex-col items-center gap-3 py-10 text-center">
      <Spinner className="size-8 text-accent-text" />
      <p className="text-lg font-semibold">{t(`wallet.${step}`, { wallet: name })}</p>
      <p className="text-base text-muted">{t('wallet.waiting')}</p>
    </div>
  );
}
