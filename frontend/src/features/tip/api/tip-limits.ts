import { queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { TipLimit, TipLimits } from '@/lib/api/types';

/** What one lets oneself give. */
export const tipLimitsQuery = queryOptions({
  queryKey: ['tip-limits'],
  queryFn: ({ signal }) => call<TipLimits>({ method: 'GET', path: '/account/tip-limits', signal }),
});

/** Sets all of them. */
export function setTipLimits(items: readonly TipLimit[]): Promise<TipLimits> {
  return call({ method: 'PUT', path: '/account/tip-limits', body: { items } });
}
