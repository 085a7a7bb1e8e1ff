import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { configurationQuery } from '@/lib/config/load-configuration';
import { discoverWallets, walletStore, type Wallet } from '@/lib/wallet/discovery';
import { phoneWallet } from '@/lib/wallet/phone-wallet';

/**
 * The wallets of this browser, in the order in which they announced themselves, and after them the
 * way to those on phones, where there is one.
 *
 * @param chain where a phone's wallet is wanted; without it, on any of those that people sign in from
 */
export function useWallets(chain?: number): readonly Wallet[] {
  useEffect(discoverWallets, []);
  const here = useStore(walletStore, (state) => state.wallets);
  const configuration = useQuery(configurationQuery).data;
  return useMemo(() => {
    const relay = configuration?.walletConnect;
    if (relay === undefined) {
      return here;
    }
    const chains = configuration?.chains.map(({ id }) => id) ?? [];
    return [...here, phoneWallet(relay, chain === undefined ? chains : [chain])];
  }, [here, configuration, chain]);
}
