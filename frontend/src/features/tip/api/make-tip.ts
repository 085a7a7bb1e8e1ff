import { call } from '@/lib/api/client';
import type { MakeTip, PromisedTip } from '@/lib/api/types';

/**
 * Promises a tip; nothing is paid by that.
 *
 * @param key the same for the repetition of one promise
 */
export function makeTip(conversation: string, wish: MakeTip, key: string): Promise<PromisedTip> {
  return call({
    method: 'POST',
    path: `/conversations/${conversation}/tips`,
    body: wish,
    idempotencyKey: key,
  });
}
