import { useEffect, useState } from 'react';
import { conversationStream } from '@/lib/socket/streams';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { useConversationItems } from '../../conversation/hooks/use-conversation-items';

/** The server is asked for the presence of so many people of the list at most. */
const SHOWN_IN_LIST = 50;
const REPEAT_MS = 60_000;

/**
 * Tells what this tab shows: the server tells of the presence of these people, and others that this
 * person is there.
 */
export function useTellScreen(open: string | undefined): void {
  const replica = useReplica();
  const isVisible = useIsVisible();
  const account = useReplicaState((state) => state.account);
  // What the person chose for the account comes in the own stream: then it is told anew.
  const own = useReplicaState((state) => state.streams.get(`u/${account}`)?.row.cursor ?? 0);
  const isOpen = useReplicaState(
    (state) => open !== undefined && state.streams.has(conversationStream(open)),
  );
  const people = useConversationItems()
    .filter(({ conversation }) => conversation.type === 'direct')
    .slice(0, SHOWN_IN_LIST)
    .map(({ conversation, partner }) => `${conversation.id} ${partner.id}`)
    .sort()
    .join();
  useEffect(() => {
    const tell = () =>
      replica.showScreen({
        isVisible,
        open: open !== undefined && isOpen ? [open] : [],
        people: Object.fromEntries(
          people
            .split(',')
            .filter((pair) => pair !== '')
            .map((pair) => pair.split(' '))
            .map(([conversation = '', person = '']) => [conversation, [person]]),
        ),
      });
    tell();
    const timer = setInterval(tell, REPEAT_MS);
    return () => clearInterval(timer);
  }, [replica, isVisible, open, isOpen, people, own]);
  useEffect(() => {
    const leave = () => replica.showScreen(null);
    window.addEventListener('pagehide', leave);
    return () => window.removeEventListener('pagehide', leave);
  }, [replica]);
}

function useIsVisible(): boolean {
  const [isVisible, setVisible] = useState(() => document.visibilityState === 'visible');
  useEffect(() => {
    const changed = () => setVisible(document.visibilityState === 'visible');
    document.addEventListener('visibilitychange', changed);
    return () => document.removeEventListener('visibilitychange', changed);
  }, []);
  return isVisible;
}
