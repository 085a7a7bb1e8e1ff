import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryMethod } from '@/lib/api/types';
import { shortAddress } from '@/lib/format/address';
import { hasPasskeys } from '@/lib/passkey/passkey';
import { useReplica } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useRecoveryPasskey } from '../hooks/use-recovery-passkey';
import { useRecoveryWallet } from '../hooks/use-recovery-wallet';
import { PasskeyOutcomeNotice } from './passkey-outcome';
import { RecoveryKeyForm } from './recovery-key-form';
import { RecoveryWallet } from './recovery-wallet';

interface LockedHistoryProps {
  methods: readonly RecoveryMethod[];
  onOpened: () => void;
}

/** A browser that has not got the root of the account yet: how it gets it. */
export function LockedHistory({ methods, onOpened }: LockedHistoryProps) {
  const { t } = useTranslation();
  const [isBeginning, setBeginning] = useState(false);
  const opened = () => {
    toast(t('backup.opened'));
    onOpened();
  };
  const key = methods.find(({ kind }) => kind === 'key');
  const passkeys = methods.filter(({ kind }) => kind === 'passkey');
  const wallets = methods.filter(({ kind }) => kind === 'wallet');
  return (
    <div className="space-y-6 p-4">
      <div>
        <p className="text-base font-semibold">{t('backup.lockedTitle')}</p>
        <p className="mt-1 text-sm text-pretty text-muted">
          {t(methods.length === 0 ? 'backup.lockedNoWay' : 'backup.lockedDetail')}
        </p>
      </div>
      {passkeys.length > 0 && hasPasskeys() && <PasskeyWay methods={passkeys} onOpened={opened} />}
      {wallets.length > 0 && <WalletWay methods={wallets} onOpened={opened} />}
      {key !== undefined && <RecoveryKeyForm method={key} onOpened={opened} />}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line pt-4">
        <p className="min-w-0 flex-1 basis-52 text-sm text-muted">{t('backup.anewHint')}</p>
        <Button look="quiet" className="max-sm:-ms-4" onClick={() => setBeginning(true)}>
          {t('backup.anew')}
        </Button>
      </div>
      {isBeginning && <AnewDialog onBegun={onOpened} onClose={() => setBeginning(false)} />}
    </div>
  );
}

interface WayProps {
  methods: readonly RecoveryMethod[];
  onOpened: () => void;
}

function PasskeyWay({ methods, onOpened }: WayProps) {
  const { t } = useTranslation();
  const { root } = useReplica().backup;
  const opening = useRecoveryPasskey({
    credentials: methods.flatMap(({ handle }) => (handle === undefined ? [] : [handle])),
    perform: async (credential, secret) => {
      const method = methods.find(({ handle }) => handle === credential);
      if (method !== undefined) {
        await root.unlock(method, secret);
      }
    },
    onDone: onOpened,
  });
  return (
    <div className="space-y-3">
      <PasskeyOutcomeNotice outcome={opening.data} error={opening.error} />
      <Button isWide isBusy={opening.isPending} onClick={() => opening.mutate()}>
        <Fingerprint aria-hidden className="size-5" />
        {t('backup.openPasskey')}
      </Button>
    </div>
  );
}

function WalletWay({ methods, onOpened }: WayProps) {
  const { t } = useTranslation();
  const { root } = useReplica().backup;
  const methodOf = (address: string) =>
    methods.find(({ handle }) => handle?.toLowerCase() === address.toLowerCase());
  const task = useRecoveryWallet({
    times: 1,
    isRight: (address) => methodOf(address) !== undefined,
    perform: async (address, secret) => {
      const method = methodOf(address);
      if (method !== undefined) {
        await root.unlock(method, secret);
      }
    },
    onDone: onOpened,
  });
  return (
    <div className="space-y-2">
      <p className="text-sm text-muted">
        {t('backup.openWalletDetail', {
          addresses: methods.map(({ handle }) => shortAddress(handle ?? '')).join(', '),
        })}
      </p>
      <RecoveryWallet task={task} label={(wallet) => t('backup.openWallet', { wallet })} />
    </div>
  );
}

interface AnewDialogProps {
  onBegun: () => void;
  onClose: () => void;
}

/** What is lost is said before it is lost. */
function AnewDialog({ onBegun, onClose }: AnewDialogProps) {
  const { t } = useTranslation();
  const { root } = useReplica().backup;
  const beginning = useMutation({
    mutationFn: () => root.beginAnew(),
    onSuccess: () => {
      toast(t('backup.begun'));
      onBegun();
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('backup.anewTitle')}>
      <div className="space-y-4">
        <Notice tone="danger" title={t('backup.anewLost')}>
          {t('backup.anewLostDetail')}
        </Notice>
        <p className="text-pretty text-muted">{t('backup.anewDetail')}</p>
        {beginning.isError && <ProblemNotice error={beginning.error} />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" isBusy={beginning.isPending} onClick={() => beginning.mutate()}>
          {t('backup.anewSubmit')}
        </Button>
      </div>
    </Dialog>
  );
}
