import { toBase64Url } from '@/lib/id/base64url';
import type { FailureCause } from '@/workers/crypto/model';
import type { IdSource } from '@/lib/id/uuid-v7';
import { readRequest, type PaymentRequest } from '@/lib/tip/payment-request';
import { readFiles, type MessageFile } from './message-files';

/** A person named in a text, by the place of the name in UTF-16 units. */
export interface Mention {
  account: string;
  from: number;
  length: number;
}

export interface TextContent {
  type: 'text';
  text: string;
  /** The message that this one answers. */
  replyTo?: number;
  mentions?: readonly Mention[];
  /** It was written elsewhere and passed on. */
  forwarded?: true;
  /** What goes with it; the text may then be empty. On the wire its type is `files`. */
  files?: readonly MessageFile[];
  /** A payment that its author asks for; the text says it to clients that do not know this. */
  request?: PaymentRequest;
}

/** What an entry of kind `message` says, once its body is read. */
export type MessageContent =
  | TextContent
  /** The author of `target` wants it to say something else. */
  | { type: 'edit'; target: number; text: string; mentions?: readonly Mention[] }
  | { type: 'reaction'; target: number; emoji: string; on: boolean }
  | { type: 'pin'; target: number; on: boolean }
  /** Meant to change another message, but against the rules: it changes nothing. */
  | { type: 'void' }
  | { type: 'erased' }
  /** It is encrypted end to end, and this device has not read it, or cannot. */
  | { type: 'locked'; why?: FailureCause }
  | { type: 'unsupported' };

/** What changes another message and is none itself: no bubble, no count, no notice. */
const CONTROL_TYPES: readonly unknown[] = ['edit', 'reaction', 'pin'];

const SALT_BYTES = 16;
const MOST_MENTIONS = 50;
/** The longest emoji of Unicode, families and flags of regions, have fewer UTF-16 units. */
const LONGEST_EMOJI = 32;
const EMOJI = /^\p{RGI_Emoji}$/v;

/** Whether this is one emoji and nothing else. */
export function isEmoji(text: string): boolean {
  return text.length <= LONGEST_EMOJI && EMOJI.test(text);
}

/** What a person writes, without what the body needs besides. */
export type Written = Exclude<
  MessageContent,
  { type: 'void' | 'erased' | 'locked' | 'unsupported' }
>;

/**
 * The body of a message. The salt keeps the hash of a short text from telling the text to somebody
 * who has the hashes and can guess.
 */
export function writeBody(content: Written, ids: IdSource): string {
  const salt = toBase64Url(ids.randomBytes(new Uint8Array(SALT_BYTES)));
  const hasFiles = 'files' in content && content.files !== undefined;
  return JSON.stringify({ ...content, ...(hasFiles ? { type: 'files' } : {}), salt });
}

/** How an MLSMessage with a PrivateMessage begins in base64url: mls10, mls_private_message (RFC 9420). */
const PRIVATE_MESSAGE = 'AAEAA';

/** Whether a body is as it came from the server, encrypted end to end; all others are JSON text. */
export function isEncrypted(body: string): boolean {
  return body.startsWith(PRIVATE_MESSAGE);
}

/** Bytes of a body as it is counted against the server's limit. */
export function bodyBytes(body: string): number {
  return new TextEncoder().encode(body).length;
}

/**
 * Reads a body. What this version does not know is unsupported, never an error.
 *
 * @param seq the place of the entry: nothing can be about a message that came after it
 */
export function readBody(body: string | undefined, seq = Infinity): MessageContent {
  if (body === undefined) {
    return { type: 'erased' };
  }
  if (isEncrypted(body)) {
    return { type: 'locked' };
  }
  const fields = parse(body);
  const isTarget = (value: unknown): value is number =>
    Number.isSafeInteger(value) && (value as number) > 0 && (value as number) < seq;
  const { type, text, target } = fields;
  const files = type === 'files' ? readFiles(fields.files) : undefined;
  if ((type === 'text' || files !== undefined) && typeof text === 'string') {
    const request = files === undefined ? readRequest(fields.request) : undefined;
    return {
      type: 'text',
      text,
      ...(request === undefined ? {} : { request }),
      ...(files === undefined ? {} : { files }),
      ...(isTarget(fields.replyTo) ? { replyTo: fields.replyTo } : {}),
      ...mentionsOf(fields.mentions, text),
      ...(fields.forwarded === true ? { forwarded: true } : {}),
    };
  }
  if (!CONTROL_TYPES.includes(type)) {
    return { type: 'unsupported' };
  }
  const { emoji, on } = fields;
  if (isTarget(target)) {
    if (type === 'edit' && typeof text === 'string' && text.trim() !== '') {
      return { type, target, text, ...mentionsOf(fields.mentions, text) };
    }
    if (type === 'reaction' && typeof emoji === 'string' && isEmoji(emoji) && isFlag(on)) {
      return { type, target, emoji, on };
    }
    if (type === 'pin' && isFlag(on)) {
      return { type, target, on };
    }
  }
  return { type: 'void' };
}

/** Whether this is a message that is shown, and not one that changes another or is gone. */
export function isShown(content: MessageContent): boolean {
  return ['text', 'locked', 'unsupported'].includes(content.type);
}

function parse(body: string): Record<string, unknown> {
  try {
    const fields: unknown = JSON.parse(body);
    return typeof fields === 'object' && fields !== null ? (fields as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}

function mentionsOf(value: unknown, text: string): { mentions?: readonly Mention[] } {
  if (!Array.isArray(value)) {
    return {};
  }
  const mentions = value.slice(0, MOST_MENTIONS).flatMap((item: unknown) => {
    const mention = mentionOf(item, text);
    return mention === undefined ? [] : [mention];
  });
  return mentions.length === 0 ? {} : { mentions };
}

function mentionOf(value: unknown, text: string): Mention | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { account, from, length } = value as Record<string, unknown>;
  return typeof account === 'string' &&
    typeof from === 'number' &&
    typeof length === 'number' &&
    Number.isSafeInteger(from) &&
    Number.isSafeInteger(length) &&
    length > 1 &&
    text.charAt(from) === '@' &&
    from + length <= text.length
    ? { account, from, length }
    : undefined;
}
