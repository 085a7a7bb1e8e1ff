import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import { credentialsQuery } from '../../identity/api/list-credentials';
import { PasskeyDialog } from '../../identity/components/passkey-dialog';
import { useRecoveryPasskey } from '../hooks/use-recovery-passkey';
import { PasskeyOutcomeNotice } from './passkey-outcome';
import { useReplica } from '@/lib/sync/replica-context';

interface PasskeyRecoveryDialogProps {
  onDone: () => void;
  onClose: () => void;
}

/** Lets a passkey of the account open the messages; makes one first when there is none. */
export function PasskeyRecoveryDialog({ onDone, onClose }: PasskeyRecoveryDialogProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { root } = useReplica().backup;
  const credentials = useQuery(credentialsQuery);
  const [isMaking, setMaking] = useState(false);
  const adding = useRecoveryPasskey({
    perform: (credential, secret) => root.add('passkey', credential, secret),
    onDone: () => {
      toast(t('backup.passkeySet'));
      onDone();
    },
  });
  const hasOne = credentials.data?.items.some(({ kind }) => kind === 'passkey') === true;
  if (isMaking) {
    return (
      <PasskeyDialog
        onAdded={(all) => queries.setQueryData(credentialsQuery.queryKey, all)}
        onClose={() => setMaking(false)}
      />
    );
  }
  return (
    <Dialog isOpen onClose={onClose} title={t('backup.passkeyTitle')}>
      <div className="space-y-4">
        <p className="text-pretty text-muted">
          {t(hasOne ? 'backup.passkeyDetail' : 'backup.passkeyMakeDetail')}
        </p>
        <PasskeyOutcomeNotice outcome={adding.data} error={adding.error} />
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        {hasOne && adding.data === 'unfit' && (
          <Button look="secondary" onClick={() => setMaking(true)}>
            {t('passkey.add')}
          </Button>
        )}
        {hasOne ? (
          <Button isBusy={adding.isPending} onClick={() => adding.mutate()}>
            <Fingerprint aria-hidden className="size-5" />
            {t('backup.passkeyUse')}
          </Button>
        ) : (
          <Button isBusy={credentials.isPending} onClick={() => setMaking(true)}>
            {t('passkey.add')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
