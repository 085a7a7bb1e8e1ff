import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { contentDatabase, lockDatabase, vaultDatabase } from './browser-databases';

/** How long nobody may use the app before it locks. Minutes. */
export const IDLE_MINUTES = [1, 5, 15, 60] as const;
export type IdleMinutes = (typeof IDLE_MINUTES)[number];

/** Characters. */
export const SHORTEST_PASSCODE = 6;

/** What OWASP asks for with PBKDF2-HMAC-SHA-256. */
const ITERATIONS = 600_000;
const SALT_BYTES = 16;

const KEY = 'key';
const TRIES = 'tries';
const WRAPPING = 'AES-KW';
const WRAPPING_KEY = { name: WRAPPING, length: 256 };
const USES: KeyUsage[] = ['wrapKey', 'unwrapKey'];

/** So many wrong passcodes cost no time; each further one doubles the wait. */
const FREE_TRIES = 4;
const FIRST_WAIT_MS = 5_000;
const LONGEST_WAIT_MS = 300_000;

/** The lock is off: an object of WebCrypto that cannot be exported opens the key. */
interface OffRow {
  kind: 'off';
  wrapping: CryptoKey;
  wrapped: Uint8Array<ArrayBuffer>;
}

/** The lock is on: only what is derived from the passcode opens the key. */
interface OnRow {
  kind: 'on';
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  wrapped: Uint8Array<ArrayBuffer>;
  minutes: IdleMinutes;
}

type KeyRow = OffRow | OnRow;

interface Tries {
  count: number;
  /** No further one before this time. Milliseconds since 1970. */
  until: number;
}

interface LockSchema extends DBSchema {
  /** One row, so that at every moment just one thing opens the key. */
  keys: { key: string; value: KeyRow };
  tries: { key: string; value: Tries };
}

type LockDatabase = IDBPDatabase<LockSchema>;

/** Whether this browser is locked for an account while nobody is there. */
export type LockSetting = { isOn: false; key: CryptoKey } | { isOn: true; minutes: IdleMinutes };

/** The lock is on, and nobody has given the passcode. */
export class LockClosed extends Error {
  constructor() {
    super('What this browser keeps is locked.');
    this.name = 'LockClosed';
  }
}

/** The passcode was wrong, or came too early after wrong ones. */
export class PasscodeRefused extends Error {
  constructor(
    readonly why: 'wrong' | 'too-early',
    /** When the next one is taken. Milliseconds since 1970. */
    readonly nextAt: number,
  ) {
    super(`Refused: ${why}.`);
    this.name = 'PasscodeRefused';
  }
}

/** What is stored here is from before there was a lock, and opens without one. */
export class CannotLock extends Error {
  constructor() {
    super('What this browser keeps opens without the lock.');
    this.name = 'CannotLock';
  }
}

/** Another tab has changed the lock at the same time. */
export class LockChanged extends Error {
  constructor() {
    super('The lock was changed by another tab.');
    this.name = 'LockChanged';
  }
}

/**
 * The key of this browser for one account, and the lock on it. The key wraps the data keys of the
 * databases (see `dataKey`), so that turning the lock on and off touches one row and no data.
 *
 * While the lock is off, the row holds the key wrapped by one that IndexedDB holds and no script can
 * export. While it is on, the row holds the key wrapped by the passcode, and nothing else that is
 * stored opens it: whether the app is locked is only whether it has the key in memory.
 */
export class BrowserLock {
  constructor(
    private readonly account: string,
    private readonly clock: () => number = () => Date.now(),
  ) {}

  /** Whether the lock is on, and the key while it is off. A new browser gets a key and no lock. */
  setting(): Promise<LockSetting> {
    return this.with(async (database) => {
      const row = (await database.get('keys', KEY)) ?? (await putFirst(database, await offRow()));
      return row.kind === 'on'
        ? { isOn: true, minutes: row.minutes }
        : { isOn: false, key: await opened(row, false) };
    });
  }

  /**
   * Opens the lock. Nothing is stored by it but that no wrong passcode counts any more.
   *
   * @throws PasscodeRefused
   */
  unlock(passcode: string): Promise<CryptoKey> {
    return this.with(async (database) => {
      const row = await database.get('keys', KEY);
      return row?.kind === 'on' ? this.openWith(database, row, passcode, false) : keyOf(row);
    });
  }

  /**
   * Turns the lock on. From here on the passcode alone opens what is stored.
   *
   * @throws CannotLock when something here would open without it
   */
  turnOn(passcode: string, minutes: IdleMinutes): Promise<void> {
    return this.with(async (database) => {
      if (await this.holdsBareKey()) {
        throw new CannotLock();
      }
      const row = await database.get('keys', KEY);
      if (row?.kind !== 'off') {
        throw new LockChanged();
      }
      const locked = await onRow(await opened(row, true), passcode, minutes);
      await replace(database, row, locked);
    });
  }

  /** @throws PasscodeRefused */
  turnOff(passcode: string): Promise<void> {
    return this.with(async (database) => {
      const row = await this.on(database);
      const key = await this.openWith(database, row, passcode, true);
      await replace(database, row, await offRow(key));
    });
  }

  /** @throws PasscodeRefused */
  changePasscode(passcode: string, next: string): Promise<void> {
    return this.with(async (database) => {
      const row = await this.on(database);
      const key = await this.openWith(database, row, passcode, true);
      await replace(database, row, await onRow(key, next, row.minutes));
    });
  }

  setMinutes(minutes: IdleMinutes): Promise<void> {
    return this.with(async (database) => {
      const row = await this.on(database);
      await replace(database, row, { ...row, minutes });
    });
  }

  /** When the next passcode is taken; a time that has passed when it is now. */
  nextTryAt(): Promise<number> {
    return this.with(async (database) => (await database.get('tries', TRIES))?.until ?? 0);
  }

  private async on(database: LockDatabase): Promise<OnRow> {
    const row = await database.get('keys', KEY);
    if (row?.kind !== 'on') {
      throw new LockChanged();
    }
    return row;
  }

  private async openWith(
    database: LockDatabase,
    { wrapped, salt, iterations }: OnRow,
    passcode: string,
    isExtractable: boolean,
  ): Promise<CryptoKey> {
    // Counted before it is tried: who closes the page meanwhile has tried all the same.
    const nextAt = await this.countTry(database);
    const wrapping = await derived(passcode, salt, iterations);
    let key: CryptoKey;
    try {
      key = await unwrapped(wrapped, wrapping, isExtractable);
    } catch {
      throw new PasscodeRefused('wrong', nextAt);
    }
    await database.delete('tries', TRIES);
    return key;
  }

  private async countTry(database: LockDatabase): Promise<number> {
    const now = this.clock();
    const transaction = database.transaction('tries', 'readwrite', { durability: 'strict' });
    const { count, until } = (await transaction.store.get(TRIES)) ?? { count: 0, until: 0 };
    // A clock that was set back makes nobody wait for longer than the longest wait.
    if (now < until && until - now <= LONGEST_WAIT_MS) {
      await transaction.done;
      throw new PasscodeRefused('too-early', until);
    }
    const wait = count < FREE_TRIES ? 0 : FIRST_WAIT_MS * 2 ** Math.min(count - FREE_TRIES, 10);
    const nextAt = now + Math.min(wait, LONGEST_WAIT_MS);
    await transaction.store.put({ count: count + 1, until: nextAt }, TRIES);
    await transaction.done;
    return nextAt;
  }

  /** Whether a data key of before lies in one of the databases: it would open without the lock. */
  private async holdsBareKey(): Promise<boolean> {
    const kept = await Promise.all([
      keysIn(contentDatabase(this.account), 'keys'),
      keysIn(vaultDatabase(this.account), 'wrapping'),
    ]);
    return kept.flat().some((key) => !ArrayBuffer.isView(key));
  }

  private async with<Result>(work: (database: LockDatabase) => Promise<Result>): Promise<Result> {
    const database = await openDB<LockSchema>(lockDatabase(this.account), 1, {
      upgrade(created) {
        created.createObjectStore('keys');
        created.createObjectStore('tries');
      },
      // Whoever deletes it elsewhere does not wait for us.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase).close();
      },
    });
    try {
      return await work(database);
    } finally {
      database.close();
    }
  }
}

/**
 * The key of this browser while the lock is off.
 *
 * @throws LockClosed when it is on
 */
export async function unlockedKey(account: string): Promise<CryptoKey> {
  const setting = await new BrowserLock(account).setting();
  if (setting.isOn) {
    throw new LockClosed();
  }
  return setting.key;
}

/** How long a passcode is, as people count. */
export function lengthOf(passcode: string): number {
  return Array.from(normal(passcode)).length;
}

/** What looks the same is the same, on whichever keyboard it was typed. */
function normal(passcode: string): string {
  return passcode.normalize('NFKC');
}

function keyOf(row: OffRow | undefined): Promise<CryptoKey> {
  if (row === undefined) {
    throw new LockChanged();
  }
  return opened(row, false);
}

function opened({ wrapped, wrapping }: OffRow, isExtractable: boolean): Promise<CryptoKey> {
  return unwrapped(wrapped, wrapping, isExtractable);
}

/** @param key one that may be wrapped; without it a new one */
async function offRow(key?: CryptoKey): Promise<OffRow> {
  const [wrapping, wrappable] = await Promise.all([
    crypto.subtle.generateKey(WRAPPING_KEY, false, USES),
    key ?? crypto.subtle.generateKey(WRAPPING_KEY, true, USES),
  ]);
  return { kind: 'off', wrapping, wrapped: await wrap(wrappable, wrapping) };
}

async function onRow(key: CryptoKey, passcode: string, minutes: IdleMinutes): Promise<OnRow> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
  const wrapping = await derived(passcode, salt, ITERATIONS);
  const wrapped = await wrap(key, wrapping);
  return { kind: 'on', salt, iterations: ITERATIONS, wrapped, minutes };
}

async function derived(
  passcode: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(normal(passcode));
  const base = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  bytes.fill(0);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    WRAPPING_KEY,
    false,
    USES,
  );
}

async function wrap(key: CryptoKey, wrapping: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.wrapKey('raw', key, wrapping, WRAPPING));
}

function unwrapped(
  wrapped: Uint8Array<ArrayBuffer>,
  wrapping: CryptoKey,
  isExtractable: boolean,
): Promise<CryptoKey> {
  return crypto.subtle.unwrapKey(
    'raw',
    wrapped,
    wrapping,
    WRAPPING,
    WRAPPING_KEY,
    isExtractable,
    USES,
  );
}

async function putFirst(database: LockDatabase, made: KeyRow): Promise<KeyRow> {
  const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
  const first = await transaction.store.get(KEY);
  if (first === undefined) {
    await transaction.store.put(made, KEY);
  }
  await transaction.done;
  return first ?? made;
}

/** Puts the one in the place of the other, in one step, unless another tab was quicker. */
async function replace(database: LockDatabase, before: KeyRow, after: KeyRow): Promise<void> {
  const transaction = database.transaction('keys', 'readwrite', { durability: 'strict' });
  const now = await transaction.store.get(KEY);
  if (now === undefined || !isSame(now.wrapped, before.wrapped)) {
    await transaction.done;
    throw new LockChanged();
  }
  await Promise.all([transaction.store.put(after, KEY), transaction.done]);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** The data keys that a database holds; none where there is no database. */
async function keysIn(name: string, store: string): Promise<unknown[]> {
  const databases = await indexedDB.databases();
  if (!databases.some((each) => each.name === name)) {
    return [];
  }
  const database = await openDB(name);
  try {
    const keys: unknown[] = database.objectStoreNames.contains(store)
      ? await database.getAll(store)
      : [];
    return keys;
  } finally {
    database.close();
  }
}

/** Deletes the key. What it opened is lost. */
export function forgetBrowserKey(account: string): Promise<void> {
  return deleteDB(lockDatabase(account));
}
