import { useCallback } from 'react';
import { browserIds } from '@/lib/id/uuid-v7';
import { useReplica } from '@/lib/sync/replica-context';
import { textBody } from '../message-content';

/** Sends a text: it is on the screen and in the outbox at once, whatever the network does. */
export function useSendMessage(conversation: string): (text: string) => Promise<void> {
  const replica = useReplica();
  return useCallback(
    (text) => replica.send(conversation, textBody(text, browserIds)),
    [conversation, replica],
  );
}
