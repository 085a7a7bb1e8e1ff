import { useMutation } from '@tanstack/react-query';
import { Wallet as WalletIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shortAddress } from '@/lib/format/address';
import { useReplica } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { WalletList } from '../../identity/components/wallet-list';
import { WalletRefusalNotice } from '../../identity/components/wallet-refusal-notice';
import { WalletWait } from '../../identity/components/wallet-wait';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useOwnKey, useVouching } from '../hooks/use-trust';
import { useVouch } from '../hooks/use-vouch';

/** Whether a wallet vouches for the key of the own account; where the key is, one can be asked to. */
export function WalletVouching() {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const { trust } = useReplica().backup;
  const { data: key } = useOwnKey();
  const { data: wallet } = useVouching(account.id, key);
  const [isAsking, setAsking] = useState(false);
  const removing = useMutation({ mutationFn: () => trust.unbindWallet() });
  if (typeof key !== 'string') {
    return null;
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2 border-t border-line p-4">
      <WalletIcon aria-hidden className="size-5.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="text-base font-semibold wrap-anywhere" title={wallet?.address}>
          {wallet === null || wallet === undefined
            ? t('trust.wallet.none')
            : t('trust.wallet.vouches', { address: shortAddress(wallet.address) })}
        </p>
        <p className="text-sm text-pretty text-muted">{t('trust.wallet.detail')}</p>
      </div>
      {wallet === null || wallet === undefined ? (
        <Button look="secondary" onClick={() => setAsking(true)}>
          {t('trust.wallet.ask')}
        </Button>
      ) : (
        <Button look="quiet" isBusy={removing.isPending} onClick={() => removing.mutate()}>
          {t('trust.wallet.remove')}
        </Button>
      )}
      {removing.isError && <ProblemNotice error={removing.error} />}
      {isAsking && <VouchDialog ownKey={key} onClose={() => setAsking(false)} />}
    </div>
  );
}

function VouchDialog({ ownKey, onClose }: { ownKey: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { state, start } = useVouch(ownKey, () => {
    toast(t('trust.wallet.done'));
    onClose();
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('trust.wallet.title')}>
      <div className="space-y-4">
        <p className="text-pretty text-muted">{t('trust.wallet.lead')}</p>
        {state.step === 'connecting' || state.step === 'signing' ? (
          <WalletWait step={state.step} wallet={state.wallet} />
        ) : (
          <>
            {state.step === 'refused' && (
              <WalletRefusalNotice refusal={state.refusal} name={state.wallet.info.name} />
            )}
            {state.step === 'failed' && <ProblemNotice error={state.error} />}
            <WalletList
              label={(wallet) => t('trust.wallet.with', { wallet })}
              onChoose={(wallet) => void start(wallet)}
            />
          </>
        )}
      </div>
      <div className="mt-6 flex justify-end">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}
