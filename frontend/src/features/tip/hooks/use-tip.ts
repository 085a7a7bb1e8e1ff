import { useState } from 'react';
import type { PaymentChain, MakeTip, PromisedTip } from '@/lib/api/types';
import { browserIds, uuidV7 } from '@/lib/id/uuid-v7';
import type { Wallet } from '@/lib/wallet/discovery';
import { walletRefusal, type WalletRefusal } from '@/lib/wallet/wallet-refusal';
import { useWalletRelease } from '../../identity/hooks/use-wallet-release';
import { cancelTip } from '../api/cancel-tip';
import { claimTip } from '../api/claim-tip';
import { makeTip } from '../api/make-tip';

export type TipStep =
  | { step: 'write'; error?: unknown }
  | { step: 'promising' }
  /** Everything is said; the wallet is next. */
  | { step: 'review'; promised: PromisedTip; refusal?: WalletRefusal | 'other-chain' }
  | { step: 'wallet'; promised: PromisedTip; wallet: Wallet }
  | { step: 'claiming'; promised: PromisedTip; hash: string; error?: unknown }
  | { step: 'done' };

/** From an amount to a transaction: promised first, then paid by a wallet, then claimed. */
export function useTip(conversation: string) {
  const [state, setState] = useState<TipStep>({ step: 'write' });
  const [key, setKey] = useState(() => uuidV7(browserIds));
  const willUse = useWalletRelease();

  const promise = async (wish: MakeTip) => {
    setState({ step: 'promising' });
    try {
      setState({ step: 'review', promised: await makeTip(conversation, wish, key) });
    } catch (error) {
      setState({ step: 'write', error });
    }
  };

  const claim = async (promised: PromisedTip, hash: string) => {
    setState({ step: 'claiming', promised, hash });
    try {
      await claimTip(promised.tip.id, hash);
      setState({ step: 'done' });
    } catch (error) {
      setState({ step: 'claiming', promised, hash, error });
    }
  };

  const pay = async (promised: PromisedTip, chain: PaymentChain, wallet: Wallet) => {
    willUse(wallet);
    setState({ step: 'wallet', promised, wallet });
    // What speaks to wallets is large, and most people never need it.
    const { OtherChain, payWith } = await import('@/lib/wallet/pay');
    let hash: string;
    try {
      hash = await payWith(wallet.provider, chain, promised.call);
    } catch (error) {
      const refusal = error instanceof OtherChain ? 'other-chain' : walletRefusal(error);
      setState({ step: 'review', promised, refusal });
      return;
    }
    await claim(promised, hash);
  };

  /** Back to the amount: what was promised is taken back, as long as nothing was paid. */
  const back = async (promised: PromisedTip) => {
    setState({ step: 'write' });
    setKey(uuidV7(browserIds));
    await cancelTip(promised.tip.id);
  };

  return { state, promise, pay, claim, back };
}
