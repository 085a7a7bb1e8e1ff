import { Smartphone, Wallet as WalletIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Wallet } from '@/lib/wallet/discovery';
import { isOnPhone } from '@/lib/wallet/phone-wallet';
import { useWallets } from '../hooks/use-wallets';

interface WalletListProps {
  onChoose: (wallet: Wallet) => void;
  /** What a button says; without it, that one goes on with the wallet. */
  label?: (name: string) => string;
  /** The chain on which something is to be sent; without it, those that people sign in from. */
  chain?: number;
}

/** The wallets of this browser, each by its own name and picture. */
export function WalletList({ onChoose, label, chain }: WalletListProps) {
  const { t } = useTranslation();
  const wallets = useWallets(chain);
  if (wallets.length === 0) {
    return (
      <div className="flex gap-3.5 rounded-xl border border-dashed border-line-strong/60 p-4">
        <WalletIcon aria-hidden className="mt-0.5 size-5 shrink-0 text-muted" />
        <div>
          <p className="text-base font-semibold">{t('wallet.none')}</p>
          <p className="mt-0.5 text-sm text-muted">{t('wallet.noneDetail')}</p>
        </div>
      </div>
    );
  }
  return (
    <ul className="space-y-2.5">
      {wallets.map((wallet) => (
        <li key={wallet.info.uuid}>
          <button
            type="button"
            onClick={() => onChoose(wallet)}
            className="flex min-h-14 w-full items-center gap-3.5 rounded-xl border border-line-strong/60 bg-surface px-4 text-start text-base font-semibold transition-colors duration-150 hover:bg-hover"
          >
            <WalletPicture wallet={wallet} />
            <span>
              {label?.(wallet.info.name) ?? t('wallet.continue', { wallet: wallet.info.name })}
              {isOnPhone(wallet) && (
                <span className="block text-sm font-normal text-muted">{t('wallet.phone')}</span>
              )}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A wallet's picture is a data: address; anything else would tell a stranger of this visit. */
export function WalletPicture({ wallet }: { wallet: Wallet }) {
  if (isOnPhone(wallet)) {
    return <Smartphone aria-hidden className="size-7 text-accent-text" />;
  }
  return wallet.info.icon.startsWith('data:image/') ? (
    <img src={wallet.info.icon} alt="" className="size-8 rounded-lg" />
  ) : (
    <WalletIcon aria-hidden className="size-7 text-accent-text" />
  );
}
