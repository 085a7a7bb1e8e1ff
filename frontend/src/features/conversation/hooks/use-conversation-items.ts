import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useReplica } from '@/lib/sync/replica-context';
import { conversationItems, type ConversationItem } from '../conversation-order';

/** The conversations, newest first. */
export function useConversationItems(): ConversationItem[] {
  const state = useStore(useReplica().store);
  return useMemo(() => conversationItems(state), [state]);
}
