import {
  deleteDB,
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPObjectStore,
  type StoreNames,
} from 'idb';
import type { Conversation } from '@/lib/api/types';
import { contentDatabase } from '@/lib/lock/browser-databases';
import type { StoredKey } from '@/lib/lock/data-key';
import type { Entry, Watermark } from '@/lib/socket/frames';
import { isConversationStream, type StreamId } from '@/lib/socket/streams';
import type { OutboxItem } from '@/lib/sync/outbox-item';

/** What this device holds of a stream: the entries from `floor + 1` to `cursor`. */
export interface StreamRow {
  stream: StreamId;
  cursor: number;
  floor: number;
  /** Nothing below this seq can be had from the server. */
  origin: number;
  /** The hash of the entry at `cursor`; absent when that entry is not here. */
  hash?: string;
  /** The first entry that did not continue the hash chain. */
  brokenAt?: number;
  /** The first message whose author was shown another log than this device. */
  contradicted?: { seq: number; by: string };
  /** Up to here it was tried to read what is encrypted end to end; absent before the first time. */
  readTo?: number;
  /** What was read up to here is in the backup of the account that has this key. */
  backedUp?: { key: string; upTo: number };
}

export interface Draft {
  conversation: string;
  text: string;
  savedAt: string;
  /** The message that is being answered. */
  replyTo?: number;
  /** The own message that is being changed, and what had been typed before. */
  editing?: { target: number; aside: string };
  /**
   * New messages here disappear after so many seconds, 0 for never, although they usually would; it
   * stays when a message is sent.
   */
  expiresIn?: number;
}

export interface StoredWatermark extends Watermark {
  conversation: string;
}

/**
 * A row whose text is sealed (see `AtRest`); in the clear in rows from before version 3, neither
 * when it was erased.
 */
export type SealedRow<Row extends { body?: string }> = Omit<Row, 'body'> & {
  body?: string;
  sealed?: Uint8Array;
};

/** An entry; what was read of it is sealed. */
export type StoredEntry = SealedRow<Entry> & {
  /** What came from the server, when the entry is encrypted end to end: nothing has to be sealed. */
  wire?: string;
};

export type StoredOutboxItem = SealedRow<OutboxItem> & {
  /** Given by the store: the order of writing. */
  order?: number;
};

/** All of a draft but its conversation and time is sealed; in the clear from before version 3. */
export type StoredDraft =
  Draft | (Pick<Draft, 'conversation' | 'savedAt'> & { sealed: Uint8Array });

/** So many entries of a stream are one block of the index for the search. */
export const BLOCK_ENTRIES = 64;

/** The block that has an entry: the entries from `block * 64 + 1` on. */
export function blockOf(seq: number): number {
  return Math.floor((seq - 1) / BLOCK_ENTRIES);
}

/** What the index for the search has of a block of a conversation. */
export interface SearchRow {
  stream: StreamId;
  block: number;
  /** Grows with everything that is written to the block in the log. */
  version: number;
  /** There as long as the log has something that is not worked in: to be found by an index. */
  stale?: 1;
  /** When the newest message of it was written, milliseconds since 1970; 0 when there is none. */
  newestAt: number;
  oldestAt: number;
  /** Sealed: what may be found here. */
  filter?: Uint8Array;
  /** Sealed: the entries of other blocks that change something here. */
  changes?: Uint8Array;
}

export interface ParleySchema extends DBSchema {
  entries: { key: [StreamId, number]; value: StoredEntry; indexes: { expiresAt: string } };
  streams: { key: StreamId; value: StreamRow };
  outbox: { key: number; value: StoredOutboxItem; indexes: { cid: string } };
  conversations: { key: string; value: Conversation };
  watermarks: {
    key: [string, string];
    value: StoredWatermark;
    indexes: { conversation: string };
  };
  /** How far this person has read here; the server may not know it yet. */
  reads: { key: string; value: { conversation: string; seq: number } };
  drafts: { key: string; value: StoredDraft };
  settings: { key: string; value: string };
  search: {
    key: [StreamId, number];
    value: SearchRow;
    indexes: { stale: number; newestAt: number };
  };
  /** The key of {@link AtRest}, which opens with the key of the browser. */
  keys: { key: string; value: StoredKey };
}

export type Database = IDBPDatabase<ParleySchema>;

const VERSION = 4;

/**
 * Opens what this browser keeps for an account. Another tab may delete it at sign-out: the
 * connection then closes by itself.
 */
export function openDatabase(account: string): Promise<Database> {
  return openDB<ParleySchema>(contentDatabase(account), VERSION, {
    upgrade(database, before, _now, transaction) {
      if (before < 1) {
        createStores(database);
      }
      if (before < 2) {
        // Entries that disappear are found by their time.
        transaction.objectStore('entries').createIndex('expiresAt', 'expiresAt');
      }
      if (before < 3) {
        database.createObjectStore('keys');
      }
      if (before < 4) {
        const search = database.createObjectStore('search', { keyPath: ['stream', 'block'] });
        search.createIndex('stale', 'stale');
        search.createIndex('newestAt', 'newestAt');
        // The upgrade ends when this has ended, and with it when this fails.
        void markAllStale(transaction.objectStore('streams'), search);
      }
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });
}

/** What was stored before there was a search is found as well. */
async function markAllStale(
  streams: IDBPObjectStore<ParleySchema, StoreNames<ParleySchema>[], 'streams', 'versionchange'>,
  search: IDBPObjectStore<ParleySchema, StoreNames<ParleySchema>[], 'search', 'versionchange'>,
): Promise<void> {
  for (const { stream, floor, cursor } of await streams.getAll()) {
    const first = blockOf(floor + 1);
    const count = isConversationStream(stream) ? blockOf(cursor) + 1 - first : 0;
    for (let index = 0; index < count; index += 1) {
      await search.put(staleRow(stream, first + index));
    }
  }
}

/** The row of a block of which nothing is worked in yet. */
export function staleRow(stream: StreamId, block: number): SearchRow {
  return { stream, block, version: 1, stale: 1, newestAt: 0, oldestAt: 0 };
}

function createStores(database: Database): void {
  database.createObjectStore('entries', { keyPath: ['stream', 'seq'] });
  database.createObjectStore('streams', { keyPath: 'stream' });
  const outbox = database.createObjectStore('outbox', {
    keyPath: 'order',
    autoIncrement: true,
  });
  outbox.createIndex('cid', 'cid', { unique: true });
  database.createObjectStore('conversations', { keyPath: 'id' });
  const watermarks = database.createObjectStore('watermarks', {
    keyPath: ['conversation', 'user'],
  });
  watermarks.createIndex('conversation', 'conversation');
  database.createObjectStore('reads', { keyPath: 'conversation' });
  database.createObjectStore('drafts', { keyPath: 'conversation' });
  database.createObjectStore('settings');
}

/** Deletes everything this browser keeps for an account. */
export function deleteDatabase(account: string): Promise<void> {
  return deleteDB(contentDatabase(account));
}
