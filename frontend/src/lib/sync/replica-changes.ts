import type { Conversation } from '@/lib/api/types';
import type { Cursors, Entry, PresenceState, Watermark } from '@/lib/socket/frames';
import type { StreamId } from '@/lib/socket/streams';
import type { Draft, StreamRow } from '@/lib/storage/database';
import type { KeyConcern } from '@/workers/crypto/model';
import type { OutboxItem } from './outbox-item';
import type { Newest } from './replica-state';
import type { ConnectionStatus, Screen } from './sync-events';

/** What changed in the local database; every tab applies it to what it shows. */
export type Change =
  | { type: 'appended'; row: StreamRow; entries: Entry[] }
  | { type: 'prepended'; row: StreamRow; entries: Entry[] }
  /** Entries that are here could be read, or it is known now why not. */
  | { type: 'read-later'; stream: StreamId; entries: Entry[] }
  | { type: 'skipped'; row: StreamRow }
  /** The server has shown somebody another log. */
  | { type: 'contradicted'; row: StreamRow }
  /** What has to be looked at before anything is encrypted; nothing any more when it is empty. */
  | { type: 'keys-changed'; conversation: string; concerns: KeyConcern[] }
  /** The accounts of these people confirm other devices of theirs than before. */
  | { type: 'devices-confirmed'; conversation: string; people: string[] }
  | { type: 'heads'; heads: Cursors }
  | { type: 'marks'; conversation: string; list: Watermark[] }
  | { type: 'read'; conversation: string; seq: number }
  /** Somebody types, for so long unless it is said again; 0 ends it. */
  | { type: 'typed'; conversation: string; by: string; forMs: number }
  /** How somebody is there, for so long unless it is said again; undefined when he is not. */
  | {
      type: 'present';
      user: string;
      state: PresenceState | undefined;
      forMs: number;
      /** When this was said, RFC 3339. */
      at: string;
    }
  /** Somebody looks different now, perhaps. */
  | { type: 'looked'; user: string }
  | { type: 'outbox-put'; item: OutboxItem }
  | { type: 'outbox-removed'; cid: string }
  | { type: 'conversations'; conversations: Conversation[] }
  | { type: 'draft'; draft: Draft }
  | { type: 'status'; status: ConnectionStatus }
  /** How many milliseconds the server's clock is ahead of this device's. */
  | { type: 'clock'; aheadMs: number }
  /** The newest message is another one: what was it is hidden, or its time has come. */
  | { type: 'newest'; stream: StreamId; newest: Newest }
  /** More can be found by the search than before, or less. */
  | { type: 'indexed' }
  | { type: 'reset' };

/** What a tab asks of the one that holds the connection. */
export type Command =
  | { type: 'enqueued'; item: OutboxItem }
  | { type: 'retried'; cid: string }
  /** The files of a message have come further, or not. */
  | { type: 'outbox-told'; item: OutboxItem }
  | { type: 'discarded'; cid: string }
  | { type: 'read'; conversation: string; seq: number }
  | { type: 'typing'; conversation: string; on: boolean }
  /** What a tab shows; null when it is gone. */
  | { type: 'screen'; tab: string; screen: Screen | null }
  | { type: 'fetch-older'; stream: StreamId; before: number; limit: number }
  | { type: 'use-here' }
  /** Goes on with keys that have changed. */
  | { type: 'accept-keys'; conversation: string }
  /** A new tab asks how the connection is. */
  | { type: 'report' };
