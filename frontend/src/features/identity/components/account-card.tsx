import { Copy } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shortAddress } from '@/lib/format/address';
import { Avatar } from '@/components/ui/avatar';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast-store';
import { useCurrentSession } from '../hooks/use-current-session';

export function AccountCard() {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  return (
    <>
      <div className="flex items-center gap-4 p-4">
        <Avatar id={account.id} name={account.username} className="size-16" />
        <p className="min-w-0 truncate text-lg font-semibold">{account.username}</p>
      </div>
      <div className="border-t border-line px-4 py-3">
        <h3 className="text-sm text-muted">
          {t('settings.wallets', { count: Math.max(1, account.wallets.length) })}
        </h3>
        {account.wallets.length === 0 ? (
          <p className="text-base">{t('settings.noWallets')}</p>
        ) : (
          <ul>
            {account.wallets.map((address) => (
              <WalletAddress key={address} address={address} />
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function WalletAddress({ address }: { address: string }) {
  const { t } = useTranslation();
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    toast(t('settings.copied'));
  };
  return (
    <li className="flex items-center justify-between">
      <span className="font-mono text-sm" title={address}>
        <span className="sm:hidden">{shortAddress(address)}</span>
        <span className="hidden sm:inline">{address}</span>
      </span>
      <IconButton
        label={t('settings.copyAddress', { address: shortAddress(address) })}
        icon={<Copy aria-hidden className="size-4.5" />}
        onClick={() => void copy()}
      />
    </li>
  );
}
