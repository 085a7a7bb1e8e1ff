import { call } from '@/lib/api/client';
import type { Receipt, Receipts } from '@/lib/api/types';

/** The most that one answer holds. */
const PAGE = '200';

/** How far an own message has come with each of the others. */
export async function listReceipts(
  conversation: string,
  seq: number,
  signal: AbortSignal,
): Promise<Receipt[]> {
  const receipts: Receipt[] = [];
  let after: string | undefined;
  do {
    const query = new URLSearchParams({ limit: PAGE, ...(after !== undefined && { after }) });
    const page: Receipts = await call<Receipts>({
      method: 'GET',
      path: `/conversations/${conversation}/messages/${seq}/receipts?${query.toString()}`,
      signal,
    });
    receipts.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return receipts;
}
