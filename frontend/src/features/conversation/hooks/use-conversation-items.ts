import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { useReplica } from '@/lib/sync/replica-context';
import { conversationItems, type ConversationItem } from '../conversation-order';

/** The conversations, newest first. */
export function useConversationItems(): ConversationItem[] {
  const state = useStore(useReplica().store);
  const nobody = useTranslation().t('chats.deleted');
  return useMemo(() => conversationItems(state, nobody), [nobody, state]);
}
