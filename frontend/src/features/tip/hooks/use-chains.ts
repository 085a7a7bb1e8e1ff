import { useQuery } from '@tanstack/react-query';
import type { PaymentChain } from '@/lib/api/types';
import { listChains } from '../api/list-chains';

const NONE: readonly PaymentChain[] = [];

/** The chains on which people pay here; none as long as that is not known. */
export function useChains(): readonly PaymentChain[] {
  const chains = useQuery({ queryKey: ['chains'], queryFn: listChains, staleTime: Infinity });
  return chains.data ?? NONE;
}
