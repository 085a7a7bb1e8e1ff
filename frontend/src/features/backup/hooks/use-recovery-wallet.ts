import { useState } from 'react';
import type { Wallet } from '@/lib/wallet/discovery';
import { walletRefusal, type WalletRefusal } from '@/lib/wallet/wallet-refusal';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useWalletRelease } from '../../identity/hooks/use-wallet-release';

export type RecoveryWalletState =
  | { step: 'choose' }
  | { step: 'connecting' | 'signing'; wallet: Wallet }
  | { step: 'refused'; wallet: Wallet; refusal: WalletRefusal }
  /** It cannot be used for this at all. */
  | { step: 'unfit'; why: 'contract' | 'unsteady' | 'other' }
  | { step: 'failed'; error: unknown };

interface RecoveryWalletTask {
  /** How often it signs, so that it is known to sign the same again. */
  times: number;
  /** Whether the account that the wallet names will do. */
  isRight?: (address: string) => boolean;
  perform: (address: string, secret: Uint8Array<ArrayBuffer>) => Promise<unknown>;
  onDone: () => void;
}

/** Something that is done with what a wallet signs of the message of recovery. */
export function useRecoveryWallet({ times, isRight, perform, onDone }: RecoveryWalletTask) {
  const { account } = useCurrentSession();
  const [state, setState] = useState<RecoveryWalletState>({ step: 'choose' });
  const willUse = useWalletRelease();
  const start = async (wallet: Wallet) => {
    const { provider } = wallet;
    willUse(wallet);
    setState({ step: 'connecting', wallet });
    try {
      // viem is large and only needed from here on.
      const [{ connectWallet }, { recoverySignature }] = await Promise.all([
        import('@/lib/wallet/sign-in-message'),
        import('@/lib/wallet/recovery-signature'),
      ]);
      const address = await orRefusal(connectWallet(provider));
      if (isRight !== undefined && !isRight(address)) {
        setState({ step: 'unfit', why: 'other' });
        return;
      }
      const signing = () => setState({ step: 'signing', wallet });
      const signed = await orRefusal(
        recoverySignature(provider, address, account.id, location.origin, times, signing),
      );
      if (signed.kind !== 'signed') {
        setState({ step: 'unfit', why: signed.kind });
        return;
      }
      await perform(address, signed.secret);
      onDone();
    } catch (error) {
      setState(
        error instanceof Refused
          ? { step: 'refused', wallet, refusal: error.why }
          : { step: 'failed', error },
      );
    } finally {
      provider.release?.();
    }
  };
  return { state, start };
}

class Refused extends Error {
  constructor(readonly why: WalletRefusal) {
    super(why);
  }
}

async function orRefusal<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw new Refused(walletRefusal(error));
  }
}
