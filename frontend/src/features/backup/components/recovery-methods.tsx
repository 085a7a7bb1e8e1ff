import { useMutation } from '@tanstack/react-query';
import { Fingerprint, KeyRound, Wallet } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecoveryMethod } from '@/lib/api/types';
import { shortAddress } from '@/lib/format/address';
import { exactTime } from '@/lib/format/time';
import { hasPasskeys } from '@/lib/passkey/passkey';
import { useReplica } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { PasskeyRecoveryDialog } from './passkey-recovery-dialog';
import { RecoveryKeyDialog } from './recovery-key-dialog';
import { WalletRecoveryDialog } from './wallet-recovery-dialog';

const ICONS = { key: KeyRound, passkey: Fingerprint, wallet: Wallet };

interface RecoveryMethodsProps {
  methods: readonly RecoveryMethod[];
  onChanged: () => void;
}

/** The ways of recovery that are set up, and those that can be added. */
export function RecoveryMethods({ methods, onChanged }: RecoveryMethodsProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<RecoveryMethod['kind']>();
  const [removed, setRemoved] = useState<RecoveryMethod>();
  const close = () => setAdding(undefined);
  const done = () => {
    close();
    onChanged();
  };
  const hasKey = methods.some(({ kind }) => kind === 'key');
  return (
    <div className="divide-y divide-line">
      {methods.length === 0 ? (
        <div className="p-4">
          <Notice tone="caution" title={t('backup.none')}>
            {t('backup.noneDetail')}
          </Notice>
        </div>
      ) : (
        <ul aria-label={t('backup.title')} className="divide-y divide-line">
          {methods.map((method) => (
            <MethodRow key={method.id} method={method} onRemove={() => setRemoved(method)} />
          ))}
        </ul>
      )}
      <div className="flex flex-wrap gap-2 p-4">
        {hasPasskeys() && (
          <Button look="secondary" onClick={() => setAdding('passkey')}>
            {t('backup.addPasskey')}
          </Button>
        )}
        <Button look="secondary" onClick={() => setAdding('wallet')}>
          {t('backup.addWallet')}
        </Button>
        <Button look="secondary" onClick={() => setAdding('key')}>
          {t(hasKey ? 'backup.replaceKey' : 'backup.addKey')}
        </Button>
      </div>
      {adding === 'passkey' && <PasskeyRecoveryDialog onDone={done} onClose={close} />}
      {adding === 'wallet' && <WalletRecoveryDialog onDone={done} onClose={close} />}
      {adding === 'key' && <RecoveryKeyDialog onDone={done} onClose={close} />}
      {removed !== undefined && (
        <RemovalDialog
          method={removed}
          isLast={methods.length === 1}
          onRemoved={onChanged}
          onClose={() => setRemoved(undefined)}
        />
      )}
    </div>
  );
}

interface MethodRowProps {
  method: RecoveryMethod;
  onRemove: () => void;
}

function MethodRow({ method, onRemove }: MethodRowProps) {
  const { t, i18n } = useTranslation();
  const Icon = ICONS[method.kind];
  const name = useMethodName(method);
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-2 p-4">
      <Icon aria-hidden className="size-5.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="text-base font-semibold wrap-anywhere" title={method.handle}>
          {name}
        </p>
        <p className="text-sm text-muted">
          {t('backup.since', { when: exactTime(new Date(method.since), i18n.language) })}
        </p>
      </div>
      <Button look="quiet" aria-label={t('backup.removeName', { name })} onClick={onRemove}>
        {t('backup.remove')}
      </Button>
    </li>
  );
}

function useMethodName({ kind, handle }: RecoveryMethod): string {
  const { t } = useTranslation();
  return kind === 'wallet'
    ? t('backup.walletName', { address: shortAddress(handle ?? '') })
    : t(`backup.${kind}`);
}

interface RemovalDialogProps {
  method: RecoveryMethod;
  isLast: boolean;
  onRemoved: () => void;
  onClose: () => void;
}

function RemovalDialog({ method, isLast, onRemoved, onClose }: RemovalDialogProps) {
  const { t } = useTranslation();
  const { root } = useReplica().backup;
  const name = useMethodName(method);
  const removing = useMutation({
    mutationFn: () => root.remove(method),
    onSuccess: () => {
      toast(t('backup.removed'));
      onRemoved();
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('backup.removeTitle')}>
      <div className="space-y-4">
        <p className="text-pretty text-muted">{t('backup.removeDetail', { name })}</p>
        {isLast && (
          <Notice tone="caution" title={t('backup.removeLast')}>
            {t('backup.removeLastDetail')}
          </Notice>
        )}
        {removing.isError && <ProblemNotice error={removing.error} />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button look="danger" isBusy={removing.isPending} onClick={() => removing.mutate()}>
          {t(isLast ? 'backup.removeAnyway' : 'backup.remove')}
        </Button>
      </div>
    </Dialog>
  );
}
