import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { PaymentChain } from '@/lib/api/types';
import type { OwnWord } from '@/lib/tip/own-word';
import type { TipFacts } from '@/lib/tip/tip-entry';
import { discoverWallets, walletStore } from '@/lib/wallet/discovery';
import { askOwnNodes } from '@/lib/wallet/own-node';

/** What is not settled changes with the blocks of its chain. */
const BLOCKS_BETWEEN = 2;
const SOONEST_MS = 2_000;
const LATEST_MS = 60_000;

const NOTHING: OwnWord = { says: 'nothing' };

/** What the node of one's own wallet says of a tip; nothing unless the server says it is final. */
export function useOwnWord(tip: TipFacts, chain: PaymentChain | undefined): OwnWord {
  useEffect(discoverWallets, []);
  const wallets = useStore(walletStore, (state) => state.wallets);
  const mayAsk = tip.state === 'final' && tip.hash !== undefined && wallets.length > 0;
  const word = useQuery({
    queryKey: ['tip-own-word', tip.id, tip.hash, wallets.map(({ info }) => info.uuid)],
    queryFn: () =>
      chain === undefined
        ? NOTHING
        : askOwnNodes(
            wallets.map(({ provider }) => provider),
            tip,
            chain,
          ),
    enabled: mayAsk && chain !== undefined,
    staleTime: ({ state }) => (state.data?.says === 'paid' ? Infinity : 0),
    refetchInterval: ({ state }) =>
      state.data?.says === 'paid'
        ? false
        : Math.min(LATEST_MS, Math.max(SOONEST_MS, BLOCKS_BETWEEN * (chain?.blockTime ?? 0))),
  });
  return word.data ?? NOTHING;
}
