import type { Problem } from '@/lib/api/problem';
import { isShown, readBody } from '@/lib/message/message-body';
import type { Notify } from '@/lib/socket/frames';

/**
 * A message of ours on its way into the log. It leaves the outbox in the transaction that stores
 * its entry, so it is always visible in exactly one of the two.
 */
export interface OutboxItem {
  /** Idempotency key; the same in every attempt. */
  cid: string;
  conversation: string;
  body: string;
  /** It disappears so many seconds after it was stored. */
  expiresIn?: number;
  notify?: Notify;
  /** The files that go with it, as the server knows them. */
  attachments?: string[];
  /** It says nothing itself: it erases these messages for everybody. */
  purges?: number[];
  /** RFC 3339, by this device's clock; for display only. */
  createdAt: string;
  /**
   * Waiting for its time, for its files to be uploaded, for the person to let them, or for the server;
   * in the log of the server (entry on its way); or refused.
   */
  state: 'scheduled' | 'uploading' | 'paused' | 'queued' | 'stored' | 'failed';
  /** When it is to be sent, RFC 3339: as soon after as this browser is there. */
  sendAt?: string;
  /** Its place in the log, once stored. */
  seq?: number;
  /** Why it was refused, or what it waits for while it is tried again. */
  problem?: Problem;
}

/** Whether it is a message of its own, and not one that changes or erases another. */
export function isOwnMessage({ body, purges }: OutboxItem): boolean {
  return purges === undefined && isShown(readBody(body));
}
