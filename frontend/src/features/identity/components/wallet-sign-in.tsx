import { ArrowLeft, Check } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { configurationQuery } from '@/lib/config/load-configuration';
import type { Wallet } from '@/lib/wallet/discovery';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { useWalletSignIn, type WalletSignInState } from '../hooks/use-wallet-sign-in';
import { ProblemNotice } from './problem-notice';
import { WalletNameForm } from './wallet-name-form';
import { WalletPicture } from './wallet-list';
import { WalletRefusalNotice } from './wallet-refusal-notice';
import { WalletWait } from './wallet-wait';

interface WalletSignInProps {
  wallet: Wallet;
  onBack: () => void;
}

/** Says what will be signed and why, opens the wallet, and takes no for an answer. */
export function WalletSignIn({ wallet, onBack }: WalletSignInProps) {
  const { t } = useTranslation();
  const { state, start, restart } = useWalletSignIn(wallet);
  const { name } = wallet.info;
  return (
    <div className="animate-fade">
      <div className="-ms-2 mb-4 flex items-center gap-2">
        <IconButton
          label={t('app.back')}
          icon={<ArrowLeft aria-hidden className="size-5 rtl:rotate-180" />}
          onClick={onBack}
        />
        <WalletPicture wallet={wallet} />
        <h1 className="text-xl font-semibold tracking-tight">
          {state.step === 'choose-name'
            ? t('register.walletTitle')
            : t('wallet.explainTitle', { wallet: name })}
        </h1>
      </div>
      {state.step === 'explain' && (
        <Explanation name={name} state={state} onStart={() => void start()} />
      )}
      {(state.step === 'connecting' || state.step === 'signing') && (
        <WalletWait step={state.step} wallet={wallet} />
      )}
      {state.step === 'choose-name' && <WalletNameForm wallet={state.wallet} onRestart={restart} />}
    </div>
  );
}

interface ExplanationProps {
  name: string;
  state: WalletSignInState & { step: 'explain' };
  onStart: () => void;
}

function Explanation({ name, state, onStart }: ExplanationProps) {
  const { t } = useTranslation();
  const chains = useQuery(configurationQuery).data?.chains ?? [];
  const facts = [
    t('wallet.fact1'),
    t('wallet.fact2'),
    t('wallet.fact3', { domain: location.host }),
  ];
  return (
    <div className="space-y-4">
      {state.refusal !== undefined && <WalletRefusalNotice refusal={state.refusal} name={name} />}
      {state.error !== undefined && <ProblemNotice error={state.error} />}
      <p className="text-base">{t('wallet.explain', { wallet: name })}</p>
      <ul className="space-y-2.5">
        {facts.map((fact) => (
          <li key={fact} className="flex gap-2.5 text-base text-muted">
            <Check aria-hidden className="mt-0.5 size-4.5 shrink-0 text-accent-text" />
            {fact}
          </li>
        ))}
      </ul>
      {chains.length > 0 && (
        <p className="flex items-center justify-between gap-4 rounded-xl bg-hover px-3.5 py-3 text-sm">
          <span className="text-muted">{t('wallet.network')}</span>
          <span className="font-semibold">{chains.map((chain) => chain.name).join(', ')}</span>
        </p>
      )}
      <Button isWide onClick={onStart}>
        {t('wallet.open', { wallet: name })}
      </Button>
    </div>
  );
}
