import type {
  ClientFrame,
  Cursors,
  Entry,
  PresenceState,
  ServerFrame,
  Watermark,
} from '@/lib/socket/frames';
import type { StreamId } from '@/lib/socket/streams';
import type { OutboxItem } from './outbox-item';

/** What the person is told about the connection, in one quiet line. */
export type ConnectionStatus =
  | 'connecting'
  | 'catching-up'
  | 'online'
  | 'offline'
  | 'waiting'
  /** Another connection of this device took over. */
  | 'replaced'
  /** The server refuses this account or origin. */
  | 'refused'
  /** This client is too old for the server. */
  | 'outdated'
  | 'stopped';

export type TimerName = 'connect' | 'reconnect' | 'heartbeat' | 'ack' | `resend:${string}`;

/** What one tab shows. */
export interface Screen {
  /** Whether the person can see the tab. */
  isVisible: boolean;
  /** The conversations whose messages are in view. */
  open: readonly string[];
  /** By conversation: the people whose presence is shown. */
  people: Readonly<Record<string, readonly string[]>>;
}

/** Where the last session left off, read from storage. */
export interface SyncStart {
  cursors: Cursors;
  generation?: string;
  outbox: readonly OutboxItem[];
  /** By conversation: how far this person has read here. */
  reads: Readonly<Record<string, number>>;
  /** By conversation: how far the server knows that this person has read. */
  knownReads: Readonly<Record<string, number>>;
  account: string;
  online: boolean;
}

/** What happens to the protocol. */
export type SyncEvent =
  | { type: 'start'; start: SyncStart }
  | { type: 'stop' }
  | { type: 'online' }
  | { type: 'offline' }
  | { type: 'use-here' }
  | { type: 'opened'; connection: number; ticket: string; device: string }
  | { type: 'connect-failed'; connection: number; reason: 'signed-out' | 'unavailable' }
  | { type: 'frame'; connection: number; frame: ServerFrame }
  | { type: 'closed'; connection: number; code: number }
  | { type: 'timer'; name: TimerName }
  | { type: 'committed'; stream: StreamId; cursor: number; cids: readonly string[] }
  | { type: 'chain-broken'; stream: StreamId }
  | { type: 'commit-failed' }
  | { type: 'enqueued'; item: OutboxItem }
  | { type: 'retried'; cid: string }
  /** Its files have come further, or not: it is as it says now. */
  | { type: 'outbox-told'; item: OutboxItem }
  | { type: 'discarded'; cid: string }
  | { type: 'read'; conversation: string; seq: number }
  | { type: 'typing'; conversation: string; on: boolean }
  | { type: 'screen'; tab: string; screen: Screen | null }
  | { type: 'fetch-older'; stream: StreamId; before: number; limit: number };

/** What the protocol wants done, in this order. */
export type SyncEffect =
  | { type: 'connect'; connection: number }
  | { type: 'send'; connection: number; frame: ClientFrame }
  | { type: 'disconnect'; connection: number }
  | { type: 'set-timer'; name: TimerName; afterMs: number }
  | { type: 'clear-timer'; name: TimerName }
  /** Verify (unless the stream is already known to be broken), store, then say `committed`. */
  | { type: 'append'; stream: StreamId; entries: Entry[]; unverified: boolean }
  | { type: 'skip'; stream: StreamId; to: number }
  | { type: 'prepend'; stream: StreamId; entries: Entry[]; more: boolean }
  /** What the clock of the server shows just now. RFC 3339. */
  | { type: 'server-time'; at: string }
  | { type: 'heads'; heads: Cursors }
  | { type: 'marks'; conversation: string; list: Watermark[] }
  | { type: 'typed'; conversation: string; by: string; forMs: number }
  | { type: 'present'; user: string; state: PresenceState | undefined; forMs: number }
  | { type: 'looked'; user: string }
  | { type: 'outbox-changed'; item: OutboxItem }
  | { type: 'outbox-settled'; cid: string }
  | { type: 'generation'; generation: string }
  | { type: 'status'; status: ConnectionStatus }
  /** The log was restored from a backup: forget it, keep the outbox, start again. */
  | { type: 'resync' }
  /** The device was revoked: forget everything. */
  | { type: 'wipe' }
  | { type: 'signed-out' };
