import { useCallback, useEffect, useState } from 'react';
import { useReplica } from '@/lib/sync/replica-context';
import { readSeq } from '@/lib/sync/replica-state';

/**
 * Marks what the person has seen, while somebody is looking: a hidden window reads nothing.
 *
 * @param isCovered whether something else lies over the messages
 */
export function useMarkRead(conversation: string, isCovered: boolean) {
  const replica = useReplica();
  const [seen, setSeen] = useState(0);
  const isLooking = useIsLooking() && !isCovered;
  useEffect(() => {
    if (isLooking && seen > readSeq(replica.store.getState(), conversation)) {
      void replica.markRead(conversation, seen);
    }
  }, [conversation, isLooking, replica, seen]);
  return useCallback((seq: number) => setSeen((known) => Math.max(known, seq)), []);
}

/** Whether this window is in view and has the focus. */
function useIsLooking(): boolean {
  const [isLooking, setLooking] = useState(isWatched);
  useEffect(() => {
    const update = () => setLooking(isWatched());
    document.addEventListener('visibilitychange', update);
    window.addEventListener('focus', update);
    window.addEventListener('blur', update);
    return () => {
      document.removeEventListener('visibilitychange', update);
      window.removeEventListener('focus', update);
      window.removeEventListener('blur', update);
    };
  }, []);
  return isLooking;
}

function isWatched(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}
