import { useEffect } from 'react';
import { useStore } from 'zustand';
import { discoverWallets, walletStore, type Wallet } from '@/lib/wallet/discovery';

/** The wallets of this browser, in the order in which they announced themselves. */
export function useWallets(): readonly Wallet[] {
  useEffect(discoverWallets, []);
  return useStore(walletStore, (state) => state.wallets);
}
