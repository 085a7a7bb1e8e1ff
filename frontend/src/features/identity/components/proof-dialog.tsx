import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { ApiProblem } from '@/lib/api/problem';
import { proofStore } from '@/lib/api/proof';
import { hasPasskeys } from '@/lib/passkey/passkey';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { credentialsQuery } from '../api/list-credentials';
import { proveByPassword } from '../api/prove-by-password';
import { proveByWallet } from '../api/prove-by-wallet';
import { requestWalletProof } from '../api/request-wallet-proof';
import { useWalletTask } from '../hooks/use-wallet-task';
import { IssuerButtons } from './issuer-buttons';
import { PasskeyProof } from './passkey-proof';
import { PasswordField } from './password-field';
import { ProblemNotice } from './problem-notice';
import { WalletList } from './wallet-list';
import { WalletRefusalNotice } from './wallet-refusal-notice';
import { WalletWait } from './wallet-wait';

/** Asks the person to prove again who he is, when something that he wants needs it. */
export function ProofDialog() {
  const { t } = useTranslation();
  const asked = useStore(proofStore, (state) => state.asked);
  if (asked === undefined) {
    return null;
  }
  return (
    <Dialog isOpen onClose={asked.decline} title={t('proof.title')}>
      <p className="mb-5 text-pretty text-muted">{t('proof.lead')}</p>
      <Ways onDone={asked.give} />
      <div className="mt-5 flex justify-end">
        <Button look="secondary" onClick={asked.decline}>
          {t('app.cancel')}
        </Button>
      </div>
    </Dialog>
  );
}

function Ways({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const credentials = useQuery(credentialsQuery);
  const wallet = useWalletTask(requestWalletProof, proveByWallet, onDone);
  if (credentials.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')}>
        <Skeleton className="h-24" />
      </div>
    );
  }
  if (credentials.isError) {
    return <ProblemNotice error={credentials.error} />;
  }
  const { state } = wallet;
  if (state.step === 'connecting' || state.step === 'signing') {
    return <WalletWait step={state.step} wallet={state.wallet} />;
  }
  const issuers = credentials.data.items.flatMap(({ issuer, name = '' }) =>
    issuer === undefined ? [] : [{ name: issuer, label: name }],
  );
  const has = (kind: string) => credentials.data.items.some((each) => each.kind === kind);
  return (
    <div className="space-y-5">
      {has('password') && <PasswordProof onDone={onDone} />}
      {has('passkey') && hasPasskeys() && <PasskeyProof onDone={onDone} />}
      {issuers.length > 0 && (
        <IssuerButtons
          errand={{ purpose: 'proof', returnTo: location.pathname }}
          issuers={issuers}
          label={(issuer) => t('issuer.confirm', { issuer })}
        />
      )}
      {has('wallet') && (
        <div className="space-y-3">
          {has('password') && <p className="text-sm text-muted">{t('proof.or')}</p>}
          {state.step === 'refused' && (
            <WalletRefusalNotice refusal={state.refusal} name={state.wallet.info.name} />
          )}
          {state.step === 'failed' && <ProofFailure error={state.error} />}
          <WalletList
            label={(name) => t('proof.wallet', { wallet: name })}
            onChoose={(chosen) => void wallet.start(chosen)}
          />
        </div>
      )}
    </div>
  );
}

function ProofFailure({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return isRefused(error) ? (
    <Notice tone="caution" title={t('proof.refused')}>
      {t('proof.refusedDetail')}
    </Notice>
  ) : (
    <ProblemNotice error={error} />
  );
}

function PasswordProof({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const [password, setPassword] = useState('');
  const proving = useMutation({ mutationFn: () => proveByPassword(password), onSuccess: onDone });
  const isWrong = isRefused(proving.error);
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        proving.mutate();
      }}
    >
      {proving.isError && !isWrong && <ProblemNotice error={proving.error} />}
      <PasswordField
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={isWrong ? t('proof.wrong') : undefined}
      />
      <Button type="submit" isWide isBusy={proving.isPending}>
        {t('proof.confirm')}
      </Button>
    </form>
  );
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiProblem && error.slug === 'proof-refused';
}
