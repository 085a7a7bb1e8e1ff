import { useCallback, useState } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { beginSession } from '@/lib/api/session';
import type { WalletUnregistered } from '@/lib/api/types';
import type { Wallet } from '@/lib/wallet/discovery';
import type { WalletRefusal } from '@/lib/wallet/wallet-refusal';
import { requestWalletChallenge } from '../api/request-wallet-challenge';
import { signInWithWallet } from '../api/sign-in-with-wallet';
import { thisDevice } from '../this-device';
import { walletSignature } from '../wallet-signature';
import { useWalletRelease } from './use-wallet-release';

/** A wallet that has signed and belongs to nobody yet. */
export type UnregisteredWallet = Pick<
  WalletUnregistered,
  'address' | 'registration' | 'registrationExpiresAt'
>;

export type WalletSignInState =
  | { step: 'explain'; refusal?: WalletRefusal | 'refused'; error?: unknown }
  | { step: 'connecting' }
  | { step: 'signing' }
  | { step: 'choose-name'; wallet: UnregisteredWallet };

/** Signs in with a wallet, step by step; a rejection leads back to the explanation. */
export function useWalletSignIn(wallet: Wallet) {
  const [state, setState] = useState<WalletSignInState>({ step: 'explain' });

  const willUse = useWalletRelease();

  const start = useCallback(async () => {
    willUse(wallet);
    setState({ step: 'connecting' });
    try {
      const signed = await walletSignature(wallet, requestWalletChallenge, () =>
        setState({ step: 'signing' }),
      );
      if (typeof signed === 'string') {
        setState({ step: 'explain', refusal: signed });
        return;
      }
      beginSession(await signInWithWallet({ ...signed, device: thisDevice() }));
    } catch (error) {
      setState(afterFailure(error));
    }
  }, [willUse, wallet]);

  const restart = useCallback(() => setState({ step: 'explain' }), []);
  return { state, start, restart };
}

function afterFailure(error: unknown): WalletSignInState {
  if (error instanceof ApiProblem) {
    if (error.slug === 'wallet-unregistered') {
      const { address, registration, registrationExpiresAt } = error.problem;
      return {
        step: 'choose-name',
        wallet: { address, registration, registrationExpiresAt } as UnregisteredWallet,
      };
    }
    if (error.slug === 'wallet-sign-in-refused') {
      return { step: 'explain', refusal: 'refused' };
    }
  }
  return { step: 'explain', error };
}
