import type { MessageContent } from '@/lib/message/message-body';
import type { FailureCause } from '@/workers/crypto/model';
import type { MessageFile } from '@/lib/message/message-files';
import type { TFunction } from 'i18next';
import { fileWords } from '../attachment/file-words';
import type { FoldedEvent, FoldedMessage } from './message-fold';
import { plainText } from './markdown';

/** Whether this person can still change what the message says. */
export function mayEdit(message: FoldedMessage, account: string): boolean {
  return message.seq !== undefined && isOwnText(message, account);
}

function isOwnText(message: FoldedMessage, account: string): boolean {
  return message.by === account && hasText(message) && !asks(message);
}

/**
 * The newest own message that can be edited. None while a newer one is on its way: whoever has just
 * written that does not mean the one before it.
 */
export function lastToEdit(
  rows: readonly (FoldedMessage | FoldedEvent)[],
  account: string,
): FoldedMessage | undefined {
  const last = rows.findLast(
    (row): row is FoldedMessage => row.type === 'message' && isOwnText(row, account),
  );
  return last?.seq === undefined ? undefined : last;
}

/** Whether it asks for a payment: its words are those of the request, which nobody changes. */
function asks({ content }: FoldedMessage): boolean {
  return content.type === 'text' && content.request !== undefined;
}

/** Whether it says something in words, and not by its files alone. */
export function hasText({ content }: FoldedMessage): boolean {
  return content.type === 'text' && content.text !== '';
}

/** Whether it can be answered, reacted to, pinned or passed on. */
export function isWhole(message: FoldedMessage): boolean {
  return message.seq !== undefined && message.content.type === 'text';
}

/** Whether this person has put this emoji on the message. */
export function hasReacted(message: FoldedMessage, emoji: string, account: string): boolean {
  return message.reactions.some((it) => it.emoji === emoji && it.by.includes(account));
}

const LONGEST = 200;

/** What a message says, in one line and without marks; undefined when it says nothing. */
export function snippetOf({ content }: FoldedMessage, t: TFunction): string | undefined {
  return content.type === 'text' ? wordsOf(content, t) : undefined;
}

/** The text of a message in one line; of one without, what its files are. */
export function wordsOf(
  { text, files }: { text: string; files?: readonly MessageFile[] },
  t: TFunction,
): string {
  return text === '' && files !== undefined
    ? fileWords(files, t)
    : plainText(text.slice(0, LONGEST));
}

/** The words for a message that says nothing here. */
export function unsaidKey(content: MessageContent) {
  switch (content.type) {
    case 'erased':
      return 'messages.erased';
    case 'locked':
      return LOCKED[content.why ?? 'pending'];
    default:
      return 'messages.unsupported';
  }
}

const LOCKED = {
  pending: 'messages.locked.pending',
  'before-joining': 'messages.locked.before',
  removed: 'messages.locked.removed',
  'state-lost': 'messages.locked.lost',
  'epoch-unknown': 'messages.locked.lost',
  'handed-out': 'messages.locked.lost',
  replayed: 'messages.locked.refused',
  tampered: 'messages.locked.refused',
  'not-a-message': 'messages.locked.refused',
  'wrong-sender': 'messages.locked.refused',
  'key-unknown': 'messages.locked.refused',
} as const satisfies Record<FailureCause | 'pending', string>;
