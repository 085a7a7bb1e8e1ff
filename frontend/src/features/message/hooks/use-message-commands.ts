import { useMemo } from 'react';
import type { Person } from '@/lib/api/types';
import { browserIds } from '@/lib/id/uuid-v7';
import { writeBody, type TextContent, type Written } from '@/lib/message/message-body';
import { useReplica } from '@/lib/sync/replica-context';
import type { SendOptions } from '@/lib/sync/replica';
import { useAttachments } from '../../attachment/attachment-context';
import { aboutOf, type PreparedFile } from '../../attachment/prepared-file';
import { mentionsIn } from '../mentions';
import { lifetimeOf } from '../message-lifetime';
import type { FoldedMessage } from '../message-fold';

/** What a person can say and change in a conversation. */
export interface MessageCommands {
  say: (text: string, how?: { replyTo?: number; expiresIn?: number }) => void;
  /** Sends files, with or without words. */
  sendFiles: (
    files: readonly PreparedFile[],
    text: string,
    how?: { replyTo?: number; expiresIn?: number },
  ) => void;
  edit: (target: FoldedMessage, text: string) => void;
  react: (target: FoldedMessage, emoji: string, on: boolean) => void;
  pin: (target: FoldedMessage, on: boolean) => void;
  /** Erases a message and its edits for everybody. */
  purge: (target: FoldedMessage) => void;
  /** Says in other conversations what was said here; files are sent anew, under keys of their own. */
  forward: (content: TextContent, conversations: readonly string[]) => Promise<void>;
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
  const { uploads, library } = useAttachments();
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
    const said = (
      text: string,
      { replyTo, expiresIn }: { replyTo?: number; expiresIn?: number } = {},
    ): [TextContent, SendOptions] => {
      const { mentions } = named(text);
      const told = [...new Set(mentions?.map((mention) => mention.account))].filter(
        (id) => id !== account,
      );
      return [
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
      ];
    };
    return {
      say: (text, how) => send(...said(text, how)),
      sendFiles: (files, text, how) => void uploads.send(conversation, files, ...said(text, how)),
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
      forward: async ({ text, files }, conversations) => {
        const content: TextContent = { type: 'text', text, forwarded: true };
        const prepared = await Promise.all(
          (files ?? []).map(async (file): Promise<PreparedFile> => ({
            ...aboutOf(file),
            choice: file.id,
            blob: await library.fetch(conversation, file, new AbortController().signal),
          })),
        );
        const known = replica.store.getState().conversations;
        conversations.forEach((other) => {
          const expiresIn = lifetimeOf(undefined, known.get(other)?.settings?.disappearing ?? 0);
          const how: SendOptions = expiresIn === undefined ? {} : { expiresIn };
          if (prepared.length > 0) {
            void uploads.send(other, prepared, content, how);
          } else {
            void replica.send(other, writeBody(content, browserIds), how);
          }
        });
      },
      pin: (message, on) => change(message, (target) => ({ type: 'pin', target, on })),
    };
  }, [account, conversation, library, people, replica, uploads]);
}
