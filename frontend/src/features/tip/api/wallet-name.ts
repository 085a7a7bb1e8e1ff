import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { WalletName } from '@/lib/api/types';
import { readWalletName } from '@/lib/tip/wallet-name';

/** As long as the server remembers it. Milliseconds. */
const GOOD_MS = 10 * 60 * 1000;

/** What a wallet is called; null when it has no name that can be shown. */
export function walletNameQuery(address: string) {
  return queryOptions({
    queryKey: ['wallet-name', address.toLowerCase()],
    queryFn: async ({ signal }) => {
      const path = `/wallets/${address}/name`;
      const { name } = await call<WalletName>({ method: 'GET', path, signal });
      return readWalletName(name) ?? null;
    },
    staleTime: GOOD_MS,
    // Without it the address stands alone, which says all that matters.
    retry: false,
    refetchOnWindowFocus: false,
  });
}
