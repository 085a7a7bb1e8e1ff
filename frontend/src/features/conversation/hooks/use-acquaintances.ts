import { useMemo } from 'react';
import type { Person } from '@/lib/api/types';
import { useConversationItems } from './use-conversation-items';

/** The people with whom this person talks alone, the last one first. */
export function useAcquaintances(): readonly Person[] {
  const items = useConversationItems();
  return useMemo(
    () =>
      items
        .filter(({ conversation: { type, members } }) => type === 'direct' && members.length > 1)
        .map(({ partner }) => partner),
    [items],
  );
}
