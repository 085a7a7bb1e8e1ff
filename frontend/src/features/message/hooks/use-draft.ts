import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { beforeLock } from '@/lib/lock/locking';
import { useReplica } from '@/lib/sync/replica-context';
import type { Draft } from '@/lib/storage/database';

const SAVE_AFTER_MS = 400;

export type Writing = Pick<Draft, 'text' | 'replyTo' | 'editing' | 'expiresIn'>;

export interface DraftControl extends Writing {
  setText: (text: string) => void;
  /** Answers a message; what is typed stays. */
  reply: (target: number) => void;
  /** Changes an own message; what is typed is put aside until that is over. */
  edit: (target: number, text: string) => void;
  /** Ends answering or changing. */
  cancel: () => void;
  /** It has been sent. */
  clear: () => void;
  /** How long new messages live, in seconds: 0 for ever, undefined as is usual here. */
  setExpiresIn: (seconds: number | undefined) => void;
}

const NOTHING: Writing = { text: '' };

/** What is being typed in a conversation: kept over reloads, lost only by sending or deleting it. */
export function useDraft(conversation: string): DraftControl {
  const replica = useReplica();
  const [writing, setWriting] = useState<Writing>(() => {
    const { text, replyTo, editing, expiresIn } =
      replica.store.getState().drafts.get(conversation) ?? NOTHING;
    return { text, replyTo, editing, expiresIn };
  });
  const unsaved = useRef<Writing>(undefined);

  const keep = useCallback(async () => {
    if (unsaved.current !== undefined) {
      const saving = replica.saveDraft({ conversation, ...unsaved.current });
      unsaved.current = undefined;
      await saving;
    }
  }, [conversation, replica]);
  const save = useCallback(() => void keep(), [keep]);

  useEffect(() => {
    const known = replica.store.getState().drafts.get(conversation) ?? NOTHING;
    unsaved.current = isSame(writing, known) ? undefined : writing;
    const timer = setTimeout(save, SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [conversation, replica, save, writing]);

  useEffect(() => {
    window.addEventListener('pagehide', save);
    return () => {
      window.removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  useEffect(() => beforeLock(keep), [keep]);

  const changes = useMemo(
    () => ({
      setText: (text: string) => setWriting((now) => ({ ...now, text })),
      reply: (replyTo: number) =>
        setWriting((now) => ({ text: withoutEditing(now), replyTo, expiresIn: now.expiresIn })),
      edit: (target: number, text: string) =>
        setWriting((now) => ({
          text,
          editing: { target, aside: withoutEditing(now) },
          expiresIn: now.expiresIn,
        })),
      cancel: () => setWriting((now) => ({ text: withoutEditing(now), expiresIn: now.expiresIn })),
      clear: () =>
        setWriting(({ editing, expiresIn }) => ({ text: editing?.aside ?? '', expiresIn })),
      setExpiresIn: (expiresIn: number | undefined) => setWriting((now) => ({ ...now, expiresIn })),
    }),
    [],
  );
  return useMemo(() => ({ ...writing, ...changes }), [changes, writing]);
}

function withoutEditing({ text, editing }: Writing): string {
  return editing?.aside ?? text;
}

function isSame(a: Writing, b: Writing): boolean {
  return (
    a.text === b.text &&
    a.replyTo === b.replyTo &&
    a.editing?.target === b.editing?.target &&
    a.expiresIn === b.expiresIn
  );
}
