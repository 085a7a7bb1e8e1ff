import { toBase64Url } from '@/lib/id/base64url';
import type { IdSource } from '@/lib/id/uuid-v7';

/** What a message says, once its body is read. */
export type MessageContent =
  { type: 'text'; text: string } | { type: 'erased' } | { type: 'unsupported' };

const SALT_BYTES = 16;

/**
 * The body of a text message. The salt keeps the hash of a short text from telling the text to
 * somebody who has the hashes and can guess.
 */
export function textBody(text: string, ids: IdSource): string {
  const salt = toBase64Url(ids.randomBytes(new Uint8Array(SALT_BYTES)));
  return JSON.stringify({ type: 'text', text, salt });
}

/** Bytes of a body as it is counted against the server's limit. */
export function bodyBytes(body: string): number {
  return new TextEncoder().encode(body).length;
}

/** Reads a body. What this version does not know is unsupported, never an error. */
export function readBody(body: string | undefined): MessageContent {
  if (body === undefined) {
    return { type: 'erased' };
  }
  try {
    const content: unknown = JSON.parse(body);
    if (
      typeof content === 'object' &&
      content !== null &&
      'type' in content &&
      content.type === 'text' &&
      'text' in content &&
      typeof content.text === 'string'
    ) {
      return { type: 'text', text: content.text };
    }
  } catch {
    // Not ours: shown as unsupported.
  }
  return { type: 'unsupported' };
}
