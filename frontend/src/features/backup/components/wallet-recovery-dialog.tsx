import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import { useRecoveryWallet } from '../hooks/use-recovery-wallet';
import { RecoveryWallet } from './recovery-wallet';
import { useReplica } from '@/lib/sync/replica-context';

interface WalletRecoveryDialogProps {
  onDone: () => void;
  onClose: () => void;
}

/** Lets a wallet open the messages: it signs twice, so that it is known to sign the same again. */
export function WalletRecoveryDialog({ onDone, onClose }: WalletRecoveryDialogProps) {
  const { t } = useTranslation();
  const { root } = useReplica().backup;
  const task = useRecoveryWallet({
    times: 2,
    perform: (address, secret) => root.add('wallet', address, secret),
    onDone: () => {
      toast(t('backup.walletSet'));
      onDone();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('backup.walletTitle')}>
      <div className="space-y-4">
        <p className="text-pretty text-muted">{t('backup.walletDetail')}</p>
        <RecoveryWallet task={task} label={(wallet) => t('wallet.continue', { wallet })} />
      </div>
      <div className="mt-6 flex justify-end">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
