import { useMemo } from 'react';
import type { Person } from '@/lib/api/types';
import { browserIds } from '@/lib/id/uuid-v7';
import { writeBody, type Written } from '@/lib/message/message-body';
import { useReplica } from '@/lib/sync/replica-context';
import type { SendOptions } from '@/lib/sync/replica';
import { mentionsIn } from '../mentions';
import { lifetimeOf } from '../message-lifetime';
import type { FoldedMessage } from '../message-fold';

/** What a person can say and change in a conversation. */
export interface MessageCommands {
  say: (text: string, how?: { replyTo?: number; expiresIn?: number }) => void;
  edit: (target: FoldedMessage, text: string) => void;
  react: (target: FoldedMessage, emoji: string, on: boolean) => void;
  pin: (target: FoldedMessage, on: boolean) => void;
  /** Erases a message and its edits for everybody. */
  purge: (target: FoldedMessage) => void;
  /** Says in other conversations what was said here. */
  forward: (text: string, conversations: readonly string[]) => void;
}

/** Seconds: nothing disappears sooner. */
const SHORTEST = 5;
/** So many entries are erased at once. */
const MOST_PURGED = 100;

/** Each is on the screen and in the outbox at once, whatever the network does. */
export function useMessageCommands(
  conversation: string,
  account: string,
  people: readonly Person[],
): MessageCommands {
  const replica = useReplica();
  return useMemo(() => {
    const send = (content: Written, options: SendOptions = {}) =>
      void replica.send(conversation, writeBody(content, browserIds), options);
    /** A change of what disappears disappears with it. */
    const change = ({ seq, expiresAt }: FoldedMessage, written: (target: number) => Written) => {
      if (seq !== undefined) {
        const left =
          expiresAt === undefined ? undefined : Date.parse(expiresAt) - replica.serverTime();
        send(written(seq), {
          notify: 'none',
          ...(left === undefined ? {} : { expiresIn: Math.max(SHORTEST, Math.ceil(left / 1_000)) }),
        });
      }
    };
    const named = (text: string) => {
      const mentions = mentionsIn(text, people);
      return mentions.length === 0 ? {} : { mentions };
    };
    return {
      say: (text, { replyTo, expiresIn } = {}) => {
        const { mentions } = named(text);
        const told = [...new Set(mentions?.map((mention) => mention.account))].filter(
          (id) => id !== account,
        );
        send(
          {
            type: 'text',
            text,
            ...(replyTo === undefined ? {} : { replyTo }),
            ...(mentions === undefined ? {} : { mentions }),
          },
          {
            ...(told.length === 0 ? {} : { notify: told }),
            ...(expiresIn === undefined ? {} : { expiresIn }),
          },
        );
      },
      edit: (message, text) =>
        change(message, (target) => ({ type: 'edit', target, text, ...named(text) })),
      react: (message, emoji, on) =>
        change(message, (target) => ({ type: 'reaction', target, emoji, on })),
      purge: ({ seq, edits }) => {
        if (seq !== undefined) {
          // The message is named in each of them: the lowest number is the one that leaves a mark.
          for (let at = 0; at === 0 || at < edits.length; at += MOST_PURGED - 1) {
            void replica.purge(conversation, [seq, ...edits.slice(at, at + MOST_PURGED - 1)]);
          }
        }
      },
      forward: (text, conversations) => {
        const body = (): string => writeBody({ type: 'text', text, forwarded: true }, browserIds);
        const known = replica.store.getState().conversations;
        conversations.forEach((other) => {
          const expiresIn = lifetimeOf(undefined, known.get(other)?.settings?.disappearing ?? 0);
          void replica.send(other, body(), expiresIn === undefined ? {} : { expiresIn });
        });
      },
      pin: (message, on) => change(message, (target) => ({ type: 'pin', target, on })),
    };
  }, [account, conversation, people, replica]);
}
