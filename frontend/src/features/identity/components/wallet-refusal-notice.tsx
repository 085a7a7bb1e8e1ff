import { useTranslation } from 'react-i18next';
import type { WalletRefusal } from '@/lib/wallet/wallet-refusal';
import { Notice } from '@/components/ui/notice';

interface WalletRefusalNoticeProps {
  refusal: WalletRefusal | 'refused';
  /** What the wallet calls itself. */
  name: string;
}

/** Why a wallet did not sign, or its signature was not taken; a no of the person is no failure. */
export function WalletRefusalNotice({ refusal, name }: WalletRefusalNoticeProps) {
  const { t } = useTranslation();
  return (
    <Notice
      tone={refusal === 'rejected' ? 'info' : 'caution'}
      title={t(`wallet.${refusal}`, { wallet: name })}
    >
      {t(`wallet.${refusal}Detail`)}
    </Notice>
  );
}
