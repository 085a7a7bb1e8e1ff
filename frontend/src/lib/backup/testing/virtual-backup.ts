import { IDBFactory } from 'fake-indexeddb';
import { ApiProblem } from '@/lib/api/problem';
import type { AccountKey, PutRecoveryMethod, RecoveryMethod } from '@/lib/api/types';
import { AccountKeys } from '@/workers/crypto/testing/account';
import type { SealedEntry } from '@/workers/crypto/account-client';
import type { BackupRange, BackupServer, SealedPage } from '../backup-server';

export const ACCOUNT = '00000000-0000-7000-8000-0000000000a1';

/** The keys of a browser of its own: what it stores is nobody else's. */
export function browserKeys(): AccountKeys {
  const databases = new IDBFactory();
  const keys = new AccountKeys();
  const browserKey = crypto.subtle.generateKey({ name: 'AES-KW', length: 256 }, false, [
    'wrapKey',
    'unwrapKey',
  ]);
  return new Proxy(keys, {
    get: (target, name) => {
      const value = Reflect.get(target, name) as unknown;
      return typeof value === 'function'
        ? async (...given: unknown[]) => {
            await keys.unlockBrowser(String(given[0]), await browserKey);
            // From here on the database is opened without waiting for anything else.
            globalThis.indexedDB = databases;
            return (value as (...all: unknown[]) => unknown).apply(target, given);
          }
        : value;
    },
  });
}

function problem(slug: string, status: number): ApiProblem {
  return new ApiProblem({ type: `urn:parley:problem:${slug}`, title: slug, status });
}

/** What the server does with keys, ways of recovery and backups. */
export class VirtualBackupServer implements BackupServer {
  readonly backups = new Map<string, Map<number, string>>();
  readonly requests: { conversation: string; seqs: number[] }[] = [];
  /** Called before something is added to a backup. */
  beforeKeep: () => Promise<void> = () => Promise.resolve();
  pageEntries = 500;
  private key: string | undefined;
  private readonly methods = new Map<string, RecoveryMethod>();

  accountKey(): Promise<AccountKey | undefined> {
    const since = '2026-11-22T09:00:00Z';
    return Promise.resolve(
      this.key === undefined
        ? undefined
        : { key: this.key, since, methods: [...this.methods.values()] },
    );
  }

  register(key: string, replaces?: string): Promise<void> {
    if (this.key !== undefined && this.key !== key && this.key !== replaces) {
      return Promise.reject(problem('account-key-exists', 409));
    }
    if (this.key !== key) {
      this.methods.clear();
      this.backups.clear();
    }
    this.key = key;
    return Promise.resolve();
  }

  putMethod(id: string, { kind, handle, sealedRoot, key }: PutRecoveryMethod): Promise<void> {
    if (key !== this.key) {
      return Promise.reject(problem('account-key-changed', 409));
    }
    const since = '2026-11-22T09:00:00Z';
    this.methods.set(id, { id, kind, handle, sealedRoot, since });
    return Promise.resolve();
  }

  removeMethod(id: string): Promise<void> {
    this.methods.delete(id);
    return Promise.resolve();
  }

  async keep(conversation: string, key: string, entries: readonly SealedEntry[]): Promise<void> {
    await this.beforeKeep();
    if (key !== this.key) {
      throw problem('account-key-changed', 409);
    }
    this.requests.push({ conversation, seqs: entries.map(({ seq }) => seq) });
    const backup = this.backups.get(conversation) ?? new Map<number, string>();
    entries.forEach(({ seq, sealed }) => {
      if (!backup.has(seq)) {
        backup.set(seq, sealed);
      }
    });
    this.backups.set(conversation, backup);
  }

  read(conversation: string, { after, before }: BackupRange): Promise<SealedPage> {
    const all = [...(this.backups.get(conversation) ?? [])]
      .map(([seq, sealed]) => ({ seq, sealed }))
      .filter(({ seq }) => seq > (after ?? 0) && seq < (before ?? Infinity))
      .sort((one, other) => one.seq - other.seq);
    const entries =
      after === undefined ? all.slice(-this.pageEntries) : all.slice(0, this.pageEntries);
    return Promise.resolve({ entries, more: entries.length < all.length });
  }
}
