import { useState } from 'react';
import { useStore } from 'zustand';
import type { PaymentChain, MakeTip, PromisedTip } from '@/lib/api/types';
import { browserIds, uuidV7 } from '@/lib/id/uuid-v7';
import type { Wallet } from '@/lib/wallet/discovery';
import {
  endCalls,
  keepCalls,
  keptCallsStore,
  walletName,
  type CallsEnd,
} from '@/lib/wallet/kept-calls';
import type { Begun } from '@/lib/wallet/pay';
import type { SentTransaction } from '@/lib/wallet/place-of-transaction';
import {
  paymentRefusal,
  UnclearPayment,
  type Doubt,
  type PaymentRefusal,
} from '@/lib/wallet/payment-refusal';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useWalletRelease } from '../../identity/hooks/use-wallet-release';
import { cancelTip } from '../api/cancel-tip';
import { claimTip } from '../api/claim-tip';
import { makeTip } from '../api/make-tip';

export type TipStep =
  | { step: 'write'; error?: unknown }
  | { step: 'promising' }
  /** Everything is said; the wallet is next. */
  | { step: 'review'; promised: PromisedTip; refusal?: PaymentRefusal }
  | { step: 'wallet'; promised: PromisedTip; wallet: Wallet }
  | { step: 'claiming'; promised: PromisedTip; sent: SentTransaction; error?: unknown }
  /** The wallet has it, and has named no transaction yet. */
  | { step: 'calls'; promised: PromisedTip; wallet: Wallet }
  /** It is paid, and the server has not taken note of it. */
  | { step: 'unclaimed'; promised: PromisedTip; error: unknown }
  /** It may be paid, and nothing says by what. */
  | { step: 'unclear'; promised: PromisedTip; doubt: Doubt }
  | { step: 'done' };

/** From an amount to a transaction: promised first, then paid by a wallet, then claimed. */
export function useTip(conversation: string) {
  const [state, setState] = useState<TipStep>({ step: 'write' });
  const [key, setKey] = useState(() => uuidV7(browserIds));
  const willUse = useWalletRelease();
  const account = useCurrentSession().account.id;
  const current = state.step === 'calls' ? state.promised.tip.id : undefined;
  const end = useStore(keptCallsStore, ({ ends }) =>
    current === undefined ? undefined : ends.get(current),
  );
  const isKept = useStore(keptCallsStore, ({ kept }) => kept.some(({ tip }) => tip === current));

  const promise = async (wish: MakeTip) => {
    setState({ step: 'promising' });
    try {
      setState({ step: 'review', promised: await makeTip(conversation, wish, key) });
    } catch (error) {
      setState({ step: 'write', error });
    }
  };

  const claim = async (promised: PromisedTip, sent: SentTransaction) => {
    setState({ step: 'claiming', promised, sent });
    try {
      await claimTip(promised.tip.id, sent);
      setState({ step: 'done' });
    } catch (error) {
      setState({ step: 'claiming', promised, sent, error });
    }
  };

  const pay = async (promised: PromisedTip, chain: PaymentChain, wallet: Wallet) => {
    willUse(wallet);
    setState({ step: 'wallet', promised, wallet });
    // What speaks to wallets is large, and most people never need it.
    const [{ payWith }, { placeOf }] = await Promise.all([
      import('@/lib/wallet/pay'),
      import('@/lib/wallet/place-of-transaction'),
    ]);
    let begun: Begun;
    try {
      begun = await payWith(wallet.provider, chain, promised);
    } catch (error) {
      setState(
        error instanceof UnclearPayment
          ? { step: 'unclear', promised, doubt: error.doubt }
          : { step: 'review', promised, refusal: paymentRefusal(error) },
      );
      return;
    }
    if ('hash' in begun) {
      const { hash } = begun;
      await claim(promised, { hash, place: await placeOf(wallet.provider, hash) });
      return;
    }
    const { id, expiresAt } = promised.tip;
    const until = Date.parse(expiresAt);
    endCalls(id, undefined);
    keepCalls(
      account,
      { tip: id, chain: chain.id, id: begun.calls, wallet: walletName(wallet), until },
      Date.now(),
    );
    setState({ step: 'calls', promised, wallet });
  };

  /** Back to the amount: what was promised is taken back, as long as nothing was paid. */
  const back = async (promised: PromisedTip) => {
    setState({ step: 'write' });
    setKey(uuidV7(browserIds));
    await cancelTip(promised.tip.id);
  };

  /** Has a wallet be asked once more for what it was given; undefined where there is no more to ask. */
  const askAgain =
    current === undefined || !isKept ? undefined : () => endCalls(current, undefined);

  return { askAgain, state: shown(state, end), promise, pay, claim, back };
}

/** What has become of a batch that the wallet has. */
function shown(state: TipStep, end: CallsEnd | undefined): TipStep {
  if (state.step !== 'calls' || end === undefined) {
    return state;
  }
  const { promised } = state;
  switch (end.as) {
    case 'claimed':
      return { step: 'done' };
    case 'refused':
      return { step: 'review', promised, refusal: end.why };
    case 'unclear':
      return { step: 'unclear', promised, doubt: end.doubt };
    case 'unclaimed':
      return { step: 'unclaimed', promised, error: end.error };
  }
}
