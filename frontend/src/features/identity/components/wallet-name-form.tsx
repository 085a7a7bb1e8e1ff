import { useTranslation } from 'react-i18next';
import { shortAddress } from '@/lib/format/address';
import { registerWallet } from '../api/register-wallet';
import type { UnregisteredWallet } from '../hooks/use-wallet-sign-in';
import { NewNameForm } from './new-name-form';

interface WalletNameFormProps {
  wallet: UnregisteredWallet;
  onRestart: () => void;
}

/** The wallet is proven and new: the person chooses a user name for it. */
export function WalletNameForm({ wallet, onRestart }: WalletNameFormProps) {
  const { t } = useTranslation();
  return (
    <NewNameForm
      expired={{ title: t('register.walletExpired'), detail: t('register.walletExpiredDetail') }}
      register={(person) => registerWallet({ registration: wallet.registration, ...person })}
      onRestart={onRestart}
    >
      <p className="text-base text-muted">{t('register.walletLead')}</p>
      <p className="flex items-center justify-between rounded-xl bg-hover px-3.5 py-3 text-sm">
        <span className="text-muted">{t('register.walletAddress')}</span>
        <span className="font-mono" title={wallet.address}>
          {shortAddress(wallet.address)}
        </span>
      </p>
    </NewNameForm>
  );
}
