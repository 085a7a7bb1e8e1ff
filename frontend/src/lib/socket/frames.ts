import type { FailureCause } from '@/workers/crypto/model';
import type { Problem } from '@/lib/api/problem';
import type { StreamId } from './streams';

/** One committed entry of a stream, as the server sends it. */
export interface Entry {
  stream: StreamId;
  seq: number;
  kind: string;
  /** RFC 3339; for display only. */
  at: string;
  /** The account that caused it; absent for the system. */
  by?: string;
  /** The device that sent it; only told to that account. */
  device?: string;
  /** The idempotency key; only told to the sending device. */
  cid?: string;
  /** The link of the stream's hash chain, base64url. */
  hash: string;
  /** When the body is erased by everybody, the server included; absent when it stays. RFC 3339. */
  expiresAt?: string;
  /**
   * Exactly the text that was hashed; absent once it was erased. Of a message that is encrypted end
   * to end and was read on this device: what it says.
   */
  body?: string;
  /** Why this device cannot read it. Never told by the server. */
  unreadable?: FailureCause;
}

/** How far a member has received and read a conversation. */
export interface Watermark {
  user: string;
  delivered: number;
  read: number;
}

export type Cursors = Record<StreamId, number>;

/** How somebody is there who is there. */
export type PresenceState = 'active' | 'away';

/** Whether and when the same request may be sent again. */
export type Retry = 'never' | 'same' | 'after' | 'rebase';

/**
 * Whom a message calls who is away: everybody (also when absent), nobody, or everybody and these
 * accounts by name.
 */
export type Notify = 'all' | 'none' | string[];

export type ClientFrame =
  | {
      type: 'hello';
      id: string;
      ticket: string;
      device: string;
      generation?: string;
      cursors: Cursors;
      window: number;
      /** Several frames may come in one message, one on each line. */
      lines: true;
    }
  | { type: 'ack'; cursors: Cursors }
  | {
      type: 'send';
      id: string;
      cid: string;
      conversation: string;
      body: string;
      /** Of a conversation that is encrypted end to end: the epoch of the body (RFC 9420). */
      epoch?: number;
      /** Seconds after which the message disappears, 5 to 31,536,000. */
      expiresIn?: number;
      notify?: Notify;
      /** Files that were uploaded for it, at most 10. */
      attachments?: string[];
    }
  /** Erases messages for everybody; answered like `send`, with the place of `message.purged`. */
  | { type: 'purge'; id: string; cid: string; conversation: string; seqs: number[] }
  | { type: 'mark'; conversation: string; read: number }
  | { type: 'typing'; conversation: string; on: boolean }
  | { type: 'presence'; state: PresenceState }
  | { type: 'focus'; open: string[]; people: Record<string, string[]> }
  | { type: 'fetch'; id: string; stream: StreamId; before: number; limit: number }
  | { type: 'ping'; n: number };

export interface WelcomeFrame {
  type: 'welcome';
  re: string;
  connection: string;
  generation: string;
  at: string;
  heads: Cursors;
  window: number;
  /** Seconds between two pings. */
  heartbeat: number;
  limits: { frameBytes: number; bodyBytes: number; inFlight: number };
  /** Whether the server takes several frames in one message, one on each line. */
  lines: boolean;
}

export interface SendOk {
  cid: string;
  stream: StreamId;
  seq: number;
  at: string;
}

export interface FetchOk {
  entries: Entry[];
  more: boolean;
}

/** Why something is refused, and whether it may be asked for again. */
export interface ErrorFrame {
  type: 'error';
  re?: string;
  problem: Problem;
  retry: Retry;
  afterMs?: number;
}

export type ServerFrame =
  | WelcomeFrame
  | { type: 'entries'; stream: StreamId; entries: Entry[] }
  | { type: 'live'; stream: StreamId; seq: number }
  | { type: 'gap'; stream: StreamId; from: number; to: number; why: string }
  | { type: 'marks'; conversation: string; list: Watermark[] }
  /** Something that holds for `ttl` seconds unless it is said again; 0 ends it. */
  | {
      type: 'signal';
      kind: string;
      stream: StreamId;
      by: string;
      ttl: number;
      state?: PresenceState;
    }
  | { type: 'sent'; re: string; ok: SendOk }
  | { type: 'fetched'; re: string; ok: FetchOk }
  | ErrorFrame
  | { type: 'pong'; n: number }
  | {
      type: 'bye';
      code: number;
      resume: boolean;
      afterMs?: number;
      /** Why the session is over. */
      reason?: string;
      why?: string;
    };
