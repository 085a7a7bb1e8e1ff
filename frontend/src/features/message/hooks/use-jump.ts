import { useCallback, useEffect, useMemo, useState } from 'react';
import { useReplica } from '@/lib/sync/replica-context';
import type { WantedMessage } from '../message-link';
import type { TimelineView } from './use-timeline-items';

/** Where the list shall go; another object for every jump, also to the same message. */
export interface JumpTarget {
  seq: number;
  /** The focus stays where it is: in a search, for the next step. */
  keepsFocus: boolean;
}

export interface Jump {
  target: JumpTarget | undefined;
  /** It lies further back, and what is between is being loaded. */
  isLooking: boolean;
  jumpTo: (seq: number, keepsFocus?: boolean) => void;
  cancel: () => void;
}

/**
 * Goes to a message, and loads the log back to it when it is not here.
 *
 * @param asked where to go first, without being told to
 * @param onMissing told when there is no such message for this person any more
 */
export function useJump(
  conversation: string,
  view: TimelineView,
  asked: WantedMessage | undefined,
  onMissing: () => void,
): Jump {
  const replica = useReplica();
  const [target, setTarget] = useState<JumpTarget>();
  const [sought, setSought] = useState<JumpTarget>();
  const wanted = sought?.seq;
  const [missing, setMissing] = useState<JumpTarget>();
  const [followed, setFollowed] = useState<string>();
  const isReached = wanted !== undefined && view.isLoaded && (view.from < wanted || !view.hasOlder);

  if (asked !== undefined && asked.key !== followed) {
    setFollowed(asked.key);
    setSought({ seq: asked.seq, keepsFocus: false });
  }
  if (isReached) {
    setSought(undefined);
    if (view.fold.bySeq.has(wanted)) {
      setTarget(sought);
    } else {
      setMissing(sought);
    }
  }
  useEffect(() => {
    if (missing !== undefined) {
      onMissing();
    }
  }, [missing, onMissing]);
  useEffect(() => {
    if (wanted !== undefined && !isReached) {
      void replica.loadOlder(conversation);
    }
  }, [conversation, isReached, replica, view.from, wanted]);

  const jumpTo = useCallback(
    (seq: number, keepsFocus = false) => setSought({ seq, keepsFocus }),
    [],
  );
  const cancel = useCallback(() => setSought(undefined), []);
  return useMemo(
    () => ({ target, isLooking: wanted !== undefined, jumpTo, cancel }),
    [cancel, jumpTo, target, wanted],
  );
}
