import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import type { Credentials } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast-store';
import { linkWallet } from '../api/link-wallet';
import { requestWalletLink } from '../api/request-wallet-link';
import { useWalletTask } from '../hooks/use-wallet-task';
import { ProblemNotice } from './problem-notice';
import { WalletList } from './wallet-list';
import { WalletRefusalNotice } from './wallet-refusal-notice';
import { WalletWait } from './wallet-wait';

interface LinkWalletDialogProps {
  onLinked: (credentials: Credentials) => void;
  onClose: () => void;
}

/** Says what will be signed, opens the wallet, and links it. */
export function LinkWalletDialog({ onLinked, onClose }: LinkWalletDialogProps) {
  const { t } = useTranslation();
  const { state, start } = useWalletTask(
    requestWalletLink,
    async (signed) => onLinked(await linkWallet(signed)),
    () => {
      toast(t('credentials.linked'));
      onClose();
    },
  );
  return (
    <Dialog isOpen onClose={onClose} title={t('credentials.linkWallet')}>
      {state.step === 'connecting' || state.step === 'signing' ? (
        <WalletWait step={state.step} wallet={state.wallet} />
      ) : (
        <div className="space-y-4">
          <p className="text-pretty text-muted">{t('credentials.linkDetail')}</p>
          {state.step === 'refused' && (
            <WalletRefusalNotice refusal={state.refusal} name={state.wallet.info.name} />
          )}
          {state.step === 'failed' && <LinkFailure error={state.error} />}
          <WalletList onChoose={(wallet) => void start(wallet)} />
        </div>
      )}
      <div className="mt-6 flex justify-end">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

const REASONS = {
  'wallet-taken': 'taken',
  'too-many-credentials': 'tooMany',
} as const;

function LinkFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const slug = error instanceof ApiProblem ? error.slug : undefined;
  if (slug === 'wallet-taken' || slug === 'too-many-credentials') {
    return (
      <Notice tone="caution" title={t(`credentials.${REASONS[slug]}`)}>
        {t(`credentials.${REASONS[slug]}Detail`)}
      </Notice>
    );
  }
  if (slug === 'proof-refused') {
    return (
      <Notice tone="caution" title={t('credentials.linkFailed')}>
        {t('wallet.refusedDetail')}
      </Notice>
    );
  }
  return <ProblemNotice error={error} />;
}
