import { createContext, useContext } from 'react';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import type { FoldedMessage } from './message-fold';
import type { EventItem } from './timeline-items';

/** What can be done with a message of the conversation that is shown. */
export interface MessageActions {
  account: string;
  conversation: string;
  /** What is being searched for; empty when nothing is. */
  query: string;
  /** How somebody is called here; the person who looks is "You". */
  nameOf: (account: string) => string;
  /** Whether messages of others say who wrote them. */
  isGroup: boolean;
  /** Whether this person can answer, react and change. */
  mayWrite: boolean;
  mayPin: boolean;
  /** Says what happened to the group. */
  eventText: (event: EventItem) => string;
  messageAt: (seq: number) => FoldedMessage | undefined;
  reply: (message: FoldedMessage) => void;
  react: (message: FoldedMessage, emoji: string) => void;
  jumpTo: (seq: number, keepsFocus?: boolean) => void;
  /** Opens the menu of a message, at the pointer if there is one. */
  openMenu: (message: FoldedMessage, at?: { x: number; y: number }) => void;
  /** Shows a picture or a film of a message large. */
  openFile: (id: string) => void;
  openReactions: (message: FoldedMessage) => void;
  retry: (item: OutboxItem) => void;
  discard: (item: OutboxItem) => void;
}

export const MessageActionsContext = createContext<MessageActions | null>(null);

/** Only below the pane of a conversation. */
export function useMessageActions(): MessageActions {
  const actions = useContext(MessageActionsContext);
  if (actions === null) {
    throw new Error('useMessageActions is used outside of a conversation');
  }
  return actions;
}
