import type { AccountKey, PutRecoveryMethod } from '@/lib/api/types';
import type { SealedEntry } from '@/workers/crypto/account-client';

/** A part of the backup of a conversation. */
export interface SealedPage {
  /** In the order of the log. */
  entries: SealedEntry[];
  /** Whether there is more in the range that was asked for. */
  more: boolean;
}

/** Which part: behind `after` from the lowest, or, without it, the newest before `before`. */
export interface BackupRange {
  after?: number;
  before?: number;
}

/** What the server keeps of an account's key, its recovery and its backup: nothing that it can read. */
export interface BackupServer {
  /** The key of the account, with the ways to it; undefined while it has none. */
  accountKey(): Promise<AccountKey | undefined>;
  /** Registers a key; where it is not the first one, the one that it replaces has to be named. */
  register(key: string, replaces?: string): Promise<void>;
  putMethod(id: string, method: PutRecoveryMethod): Promise<void>;
  removeMethod(id: string): Promise<void>;
  /** Adds to the backup of a conversation what was sealed under this key. */
  keep(conversation: string, key: string, entries: readonly SealedEntry[]): Promise<void>;
  read(conversation: string, range: BackupRange): Promise<SealedPage>;
}
