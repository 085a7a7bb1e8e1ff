import type { FoldedMessage } from './message-fold';
import { plainText } from './markdown';

/** Whether this person can still change what the message says. */
export function mayEdit(message: FoldedMessage, account: string): boolean {
  return message.seq !== undefined && message.by === account && message.content.type === 'text';
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
export function snippetOf({ content }: FoldedMessage): string | undefined {
  return content.type === 'text' ? plainText(content.text.slice(0, LONGEST)) : undefined;
}
