import { call } from '@/lib/api/client';
import type { PaymentChain } from '@/lib/api/types';

/** The chains on which people pay here. */
export async function listChains(): Promise<readonly PaymentChain[]> {
  const { items } = await call<{ items: readonly PaymentChain[] }>({
    method: 'GET',
    path: '/chains',
  });
  return items;
}
