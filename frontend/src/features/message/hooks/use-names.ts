import { useCallback, useMemo } from 'react';
import type { Conversation } from '@/lib/api/types';

/** How people of a conversation are called, also who was in it once; undefined when nobody knows. */
export function useNames(
  conversation: Conversation | undefined,
): (account: string) => string | undefined {
  const members = conversation?.members;
  const former = conversation?.former;
  const names = useMemo(
    () =>
      new Map([...(former ?? []), ...(members ?? [])].map(({ id, username }) => [id, username])),
    [former, members],
  );
  return useCallback((account) => names.get(account), [names]);
}
