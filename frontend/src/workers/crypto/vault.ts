import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { vaultDatabase } from '@/lib/lock/browser-databases';
import { unlockedKey } from '@/lib/lock/browser-lock';
import { dataKey, openOrBegin, type StoredKey } from '@/lib/lock/data-key';
import { CryptoRefusal } from './refusal';

interface SealedValue {
  nonce: Uint8Array<ArrayBuffer>;
  ciphertext: ArrayBuffer;
}

interface VaultSchema extends DBSchema {
  wrapping: { key: string; value: StoredKey };
  values: { key: string; value: SealedValue };
}

const WRAPPING_KEY = 'aes-gcm';

/** What is written and, where the value is undefined, deleted, all in one step. */
export type Changes = Map<string, Uint8Array<ArrayBuffer> | undefined>;

/**
 * What the crypto worker keeps of an account, in a database of its own. Every value is encrypted
 * with an AES-GCM key, bound to its path; that key is stored wrapped by the key of the browser, on
 * which a person can put a lock (see `BrowserLock`).
 */
export class Vault {
  private constructor(
    private readonly account: string,
    private readonly database: IDBPDatabase<VaultSchema>,
    private readonly key: CryptoKey,
  ) {}

  /**
   * @param key the key of this browser; without it that of a browser whose lock is off
   * @throws LockClosed when it is on, and no key was given
   */
  static async open(account: string, key?: CryptoKey): Promise<Vault> {
    const browserKey = key ?? (await unlockedKey(account));
    return openOrBegin(
      () => Vault.openWith(account, browserKey),
      () => Vault.forget(account),
    );
  }

  private static async openWith(account: string, browserKey: CryptoKey): Promise<Vault> {
    const database = await openDB<VaultSchema>(vaultDatabase(account), 1, {
      upgrade(created) {
        created.createObjectStore('wrapping');
        created.createObjectStore('values');
      },
      // Whoever deletes it elsewhere does not wait for us.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
    try {
      return new Vault(account, database, await keyIn(database, browserKey));
    } catch (error) {
      database.close();
      throw error;
    }
  }

  /** Deletes everything of an account, the key that opens it included. */
  static forget(account: string): Promise<void> {
    return deleteDB(vaultDatabase(account));
  }

  close(): void {
    this.database.close();
  }

  /** The value at a path; undefined when there is none. */
  async read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const sealed = await stored(() => this.database.get('values', path));
    return sealed === undefined ? undefined : this.unseal(path, sealed);
  }

  /** All paths that begin so. */
  paths(prefix: string): Promise<string[]> {
    return stored(() => this.database.getAllKeys('values', beginningWith(prefix)));
  }

  /** All values whose paths begin so, by path. */
  async readAll(prefix: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
    const [paths, values] = await stored(() => {
      const { store } = this.database.transaction('values');
      const range = beginningWith(prefix);
      return Promise.all([store.getAllKeys(range), store.getAll(range)]);
    });
    const opened = await Promise.all(
      values.map(async (sealed, index) => {
        const path = paths[index] ?? '';
        return [path, await this.unseal(path, sealed)] as const;
      }),
    );
    return new Map(opened);
  }

  /** Writes all changes or none, and waits until they have reached the disk. */
  async write(changes: Changes): Promise<void> {
    if (changes.size === 0) {
      return;
    }
    // Sealed before the transaction begins: it would end while we wait for something else.
    const sealed = await Promise.all(
      Array.from(changes, async ([path, value]) => ({
        path,
        value: value === undefined ? undefined : await this.seal(path, value),
      })),
    );
    await stored(async () => {
      const options = { durability: 'strict' } as const;
      const transaction = this.database.transaction('values', 'readwrite', options);
      const { store, done } = transaction;
      const requests: Promise<unknown>[] = [done];
      try {
        for (const { path, value } of sealed) {
          requests.push(value === undefined ? store.delete(path) : store.put(value, path));
        }
      } catch (error) {
        // What was asked for before must not be done without the rest.
        transaction.abort();
        await Promise.allSettled(requests);
        throw error;
      }
      await Promise.all(requests);
    });
  }

  /** Writes a value where there is none; of several that do so at once, one does. What is there now. */
  async writeFirst(path: string, value: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const sealed = await this.seal(path, value);
    const first = await stored(async () => {
      const options = { durability: 'strict' } as const;
      const { store, done } = this.database.transaction('values', 'readwrite', options);
      const known = await store.get(path);
      if (known === undefined) {
        await store.put(sealed, path);
      }
      await done;
      return known ?? sealed;
    });
    return this.unseal(path, first);
  }

  private async seal(path: string, value: Uint8Array<ArrayBuffer>): Promise<SealedValue> {
    const nonce = crypto.getRandomValues(new Uint8Array(12));
    const ciphertext = await crypto.subtle.encrypt(this.algorithm(path, nonce), this.key, value);
    return { nonce, ciphertext };
  }

  private async unseal(path: string, sealed: SealedValue): Promise<Uint8Array<ArrayBuffer>> {
    try {
      const algorithm = this.algorithm(path, sealed.nonce);
      return new Uint8Array(await crypto.subtle.decrypt(algorithm, this.key, sealed.ciphertext));
    } catch (cause) {
      throw new CryptoRefusal('storage', [], { cause });
    }
  }

  private algorithm(path: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
    const additionalData = new TextEncoder().encode(`${vaultDatabase(this.account)}/${path}`);
    return { name: 'AES-GCM', iv, additionalData };
  }
}

function keyIn(database: IDBPDatabase<VaultSchema>, browserKey: CryptoKey): Promise<CryptoKey> {
  const place = {
    get: () => database.get('wrapping', WRAPPING_KEY),
    putFirst: async (made: StoredKey) => {
      const transaction = database.transaction('wrapping', 'readwrite', { durability: 'strict' });
      const first = await transaction.store.get(WRAPPING_KEY);
      if (first === undefined) {
        await transaction.store.put(made, WRAPPING_KEY);
      }
      await transaction.done;
      return first ?? made;
    },
  };
  return dataKey(place, browserKey);
}

function beginningWith(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound(prefix, `${prefix}\uffff`, false, true);
}

/** IndexedDB may refuse at any time: it is full, or was deleted under us. */
async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    throw new CryptoRefusal('storage', [], { cause });
  }
}
