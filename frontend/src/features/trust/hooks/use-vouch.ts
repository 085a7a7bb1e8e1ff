import { useState } from 'react';
import { useReplica } from '@/lib/sync/replica-context';
import type { Wallet } from '@/lib/wallet/discovery';
import { walletRefusal, type WalletRefusal } from '@/lib/wallet/wallet-refusal';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useWalletRelease } from '../../identity/hooks/use-wallet-release';

export type VouchState =
  | { step: 'choose' }
  | { step: 'connecting' | 'signing'; wallet: Wallet }
  | { step: 'refused'; wallet: Wallet; refusal: WalletRefusal }
  | { step: 'failed'; error: unknown };

/** Has a wallet vouch for the key of the account. */
export function useVouch(key: string, onDone: () => void) {
  const { account } = useCurrentSession();
  const { trust } = useReplica().backup;
  const [state, setState] = useState<VouchState>({ step: 'choose' });
  const willUse = useWalletRelease();
  const start = async (wallet: Wallet) => {
    const { provider } = wallet;
    willUse(wallet);
    setState({ step: 'connecting', wallet });
    try {
      // viem is large and only needed from here on.
      const [{ connectWallet, walletChain }, { vouchingSignature }] = await Promise.all([
        import('@/lib/wallet/sign-in-message'),
        import('@/lib/wallet/vouching-signature'),
      ]);
      let signed;
      try {
        const address = await connectWallet(provider);
        const chain = await walletChain(provider);
        setState({ step: 'signing', wallet });
        const signature = await vouchingSignature(provider, address, account.id, key);
        signed = { address, chain, signature };
      } catch (error) {
        setState({ step: 'refused', wallet, refusal: walletRefusal(error) });
        return;
      }
      await trust.bindWallet(key, signed.address, signed.chain, signed.signature);
      onDone();
    } catch (error) {
      setState({ step: 'failed', error });
    } finally {
      provider.release?.();
    }
  };
  return { state, start };
}
