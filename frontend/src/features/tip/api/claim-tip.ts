import { call } from '@/lib/api/client';
import type { Tip } from '@/lib/api/types';
import type { SentTransaction } from '@/lib/wallet/place-of-transaction';

/** Says which transaction pays a tip; the server follows it and believes only the chain. */
export function claimTip(tip: string, { hash, place }: SentTransaction): Promise<Tip> {
  return call({ method: 'POST', path: `/tips/${tip}/transaction`, body: { hash, ...place } });
}
