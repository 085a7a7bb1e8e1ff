import { useCallback, useEffect, useRef, useState } from 'react';
import { useReplica } from '@/lib/sync/replica-context';

const SAVE_AFTER_MS = 400;

/** What is being typed in a conversation: kept over reloads, lost only by sending or deleting it. */
export function useDraft(conversation: string): [string, (text: string) => void] {
  const replica = useReplica();
  const [text, setText] = useState(() => replica.store.getState().drafts.get(conversation) ?? '');
  const unsaved = useRef<string>(undefined);

  const save = useCallback(() => {
    if (unsaved.current !== undefined) {
      void replica.saveDraft(conversation, unsaved.current);
      unsaved.current = undefined;
    }
  }, [conversation, replica]);

  useEffect(() => {
    unsaved.current =
      text === (replica.store.getState().drafts.get(conversation) ?? '') ? undefined : text;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [conversation, replica, save, text]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  return [text, setText];
}
