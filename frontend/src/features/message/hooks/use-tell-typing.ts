import { useEffect, useRef } from 'react';
import { useReplica } from '@/lib/sync/replica-context';

/** The others hear it this often while keys are pressed; each time it holds for a little longer. */
const TELL_EVERY_MS = 4_000;

/** Tells the others while a text is being typed: not before its first change, not after its end. */
export function useTellTyping(conversation: string, text: string): void {
  const replica = useReplica();
  const known = useRef(text);
  const toldAt = useRef<number>(undefined);

  useEffect(() => {
    if (text === known.current) {
      return;
    }
    known.current = text;
    if (text.trim() === '') {
      if (toldAt.current !== undefined) {
        toldAt.current = undefined;
        replica.tellTyping(conversation, false);
      }
    } else if (performance.now() - (toldAt.current ?? -Infinity) >= TELL_EVERY_MS) {
      toldAt.current = performance.now();
      replica.tellTyping(conversation, true);
    }
  }, [conversation, replica, text]);

  useEffect(
    () => () => {
      if (toldAt.current !== undefined) {
        replica.tellTyping(conversation, false);
      }
    },
    [conversation, replica],
  );
}
