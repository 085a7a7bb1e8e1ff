import { useState } from 'react';
import type { SignedMessage, WalletChallenge } from '@/lib/api/types';
import type { Wallet } from '@/lib/wallet/discovery';
import type { WalletRefusal } from '@/lib/wallet/wallet-refusal';
import { walletSignature } from '../wallet-signature';
import { useWalletRelease } from './use-wallet-release';

export type WalletTaskState =
  | { step: 'choose' }
  | { step: 'connecting' | 'signing'; wallet: Wallet }
  | { step: 'refused'; wallet: Wallet; refusal: WalletRefusal }
  | { step: 'failed'; error: unknown };

/** Something that a signature of a wallet does for somebody who is signed in. */
export function useWalletTask(
  requestChallenge: () => Promise<WalletChallenge>,
  perform: (signed: SignedMessage) => Promise<unknown>,
  onDone: () => void,
) {
  const [state, setState] = useState<WalletTaskState>({ step: 'choose' });
  const willUse = useWalletRelease();
  const start = async (wallet: Wallet) => {
    willUse(wallet);
    setState({ step: 'connecting', wallet });
    try {
      const signed = await walletSignature(wallet, requestChallenge, () =>
        setState({ step: 'signing', wallet }),
      );
      if (typeof signed === 'string') {
        setState({ step: 'refused', wallet, refusal: signed });
        return;
      }
      await perform(signed);
      onDone();
    } catch (error) {
      setState({ step: 'failed', error });
    }
  };
  return { state, start };
}
