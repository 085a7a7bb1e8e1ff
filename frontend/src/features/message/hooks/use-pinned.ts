import { useEffect, useMemo, useState } from 'react';
import type { Entry } from '@/lib/socket/frames';
import { useReplica } from '@/lib/sync/replica-context';
import { foldMessages, type FoldedMessage } from '../message-fold';
import type { TimelineView } from './use-timeline-items';

/**
 * The pinned messages, the last one first; also those that are stored on this device before the part
 * of the log that is shown.
 */
export function usePinned(
  conversation: string,
  account: string,
  view: TimelineView,
): readonly FoldedMessage[] {
  const replica = useReplica();
  const [stored, setStored] = useState<readonly Entry[]>();
  const { from, fold, outbox, hidden, now, mayPin } = view;

  useEffect(() => {
    let isCurrent = true;
    if (from > 0) {
      void replica.stored(conversation).then((entries) => {
        if (isCurrent) {
          setStored(entries);
        }
      });
    }
    return () => {
      isCurrent = false;
    };
    // What is stored is read again when somebody has pinned something.
  }, [conversation, from, fold.lastPin, replica]);

  return useMemo(
    () =>
      from > 0 && stored !== undefined
        ? foldMessages({ account, entries: stored, outbox, hidden, now, mayPin }).pinned
        : fold.pinned,
    [account, fold, from, hidden, mayPin, now, outbox, stored],
  );
}
