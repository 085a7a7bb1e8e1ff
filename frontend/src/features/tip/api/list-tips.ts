import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { call } from '@/lib/api/client';
import type { Tip, Tips } from '@/lib/api/types';

const PAGE = 50;
/** What is not settled changes with the blocks of its chain. */
const LOOK_AGAIN_MS = 5_000;

function page(before: string | undefined, limit: number, signal?: AbortSignal): Promise<Tips> {
  const query = new URLSearchParams({ limit: String(limit) });
  if (before !== undefined) {
    query.set('before', before);
  }
  return call<Tips>({ method: 'GET', path: `/tips?${query.toString()}`, signal });
}

/** The tips that one gives and receives, newest first. */
export function tipsQuery() {
  return infiniteQueryOptions({
    queryKey: ['tips', 'pages'],
    queryFn: ({ pageParam, signal }) => page(pageParam, PAGE, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last: Tips) => last.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some((tip) => !tip.settled)) === true
        ? LOOK_AGAIN_MS
        : false,
  });
}

/** All of them. */
export async function listAllTips(): Promise<Tip[]> {
  const tips: Tip[] = [];
  let next: string | undefined;
  do {
    const got = await page(next, PAGE);
    tips.push(...got.items);
    next = got.next;
  } while (next !== undefined);
  return tips;
}

/** All of them, newest first. */
export const allTipsQuery = queryOptions({ queryKey: ['tips', 'all'], queryFn: listAllTips });
