import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { TipWallet } from '@/lib/api/types';

/** Where one's tips go. */
export const tipWalletQuery = queryOptions({
  queryKey: ['tip-wallet'],
  queryFn: ({ signal }) => call<TipWallet>({ method: 'GET', path: '/account/tip-wallet', signal }),
});

/** Chooses one of the linked wallets. */
export function chooseTipWallet(address: string): Promise<TipWallet> {
  return call({ method: 'PUT', path: '/account/tip-wallet', body: { address } });
}

/** Shows on one's profile where tips go, or hides it. */
export function showTipJar(shown: boolean): Promise<TipWallet> {
  return call({ method: 'PUT', path: '/account/tip-jar', body: { shown } });
}
