import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { PaymentChain } from '@/lib/api/types';
import { discoverWallets, walletStore, type WalletProvider } from '@/lib/wallet/discovery';
import { keptCallsStore, openKeptCalls, walletName, type KeptCalls } from '@/lib/wallet/kept-calls';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useChains } from '../hooks/use-chains';
import { useFollowCalls } from '../hooks/use-follow-calls';

/** Follows what wallets were given to send, also in another visit; shows nothing. */
export function CallsFollower() {
  const account = useCurrentSession().account.id;
  useEffect(() => openKeptCalls(account, Date.now()), [account]);
  const { kept, ends } = useStore(keptCallsStore);
  // What has ended is asked about again when a person wants it.
  const open = kept.filter(({ tip }) => !ends.has(tip));
  return open.length === 0 ? null : <Open account={account} open={open} />;
}

function Open({ account, open }: { account: string; open: readonly KeptCalls[] }) {
  useEffect(discoverWallets, []);
  const wallets = useStore(walletStore, (state) => state.wallets);
  const chains = useChains();
  return open.map((calls) => {
    const chain = chains.find(({ id }) => id === calls.chain);
    const wallet = wallets.find((each) => walletName(each) === calls.wallet);
    return chain === undefined || wallet === undefined ? null : (
      <Follow
        key={`${calls.tip} ${calls.id}`}
        account={account}
        calls={calls}
        chain={chain}
        provider={wallet.provider}
      />
    );
  });
}

interface FollowProps {
  account: string;
  calls: KeptCalls;
  chain: PaymentChain;
  provider: WalletProvider;
}

function Follow({ account, calls, chain, provider }: FollowProps) {
  useFollowCalls(account, calls, chain, provider);
  return null;
}
