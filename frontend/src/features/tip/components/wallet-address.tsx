import { useQuery } from '@tanstack/react-query';
import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shortAddress } from '@/lib/format/address';
import { copyText } from '@/components/ui/copy-text';
import { IconButton } from '@/components/ui/icon-button';
import { walletNameQuery } from '../api/wallet-name';

/** What a wallet is called, beside its address and never in its place; nothing when it has no name. */
export function WalletName({ address }: { address: string }) {
  const { t } = useTranslation();
  const name = useQuery(walletNameQuery(address)).data;
  return name === undefined || name === null ? null : (
    <span className="min-w-0 font-semibold wrap-anywhere" title={t('tip.nameHint')}>
      {name}
    </span>
  );
}

/** The ends of an address, its name where it has one, and all of it a tap away. */
export function ShortWallet({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <details className="min-w-0">
      <summary
        title={t('tip.wholeAddress')}
        className="inline-flex min-h-6 cursor-pointer flex-wrap items-center gap-x-1.5 rounded-md underline decoration-dotted underline-offset-4"
      >
        <WalletName address={address} />
        <span className="font-mono">{shortAddress(address)}</span>
      </summary>
      <WholeWallet address={address} />
    </details>
  );
}

/** All of an address, to be compared and copied. */
export function WholeWallet({ address }: { address: string }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-center gap-1">
      <span className="min-w-0 flex-1 font-mono text-xs break-all">{address}</span>
      <IconButton
        label={t('tip.copyAddress')}
        icon={<Copy aria-hidden className="size-4.5" />}
        onClick={() => void copyText(address, t('tip.copied'), t('messages.copyFailed'))}
      />
    </span>
  );
}
