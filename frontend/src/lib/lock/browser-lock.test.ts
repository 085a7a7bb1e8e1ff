import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import { conversationStream } from '@/lib/socket/streams';
import { openDatabase } from '@/lib/storage/database';
import { LocalStorage } from '@/lib/storage/local-storage';
import { virtualVault } from '@/workers/crypto/testing/virtual-vault';
import { contentDatabase, lockDatabase, vaultDatabase, wipeAccount } from './browser-databases';
import { BrowserLock, CannotLock, LockChanged, LockClosed, unlockedKey } from './browser-lock';

const ACCOUNT = '11111111-1111-7111-8111-11111111aaaa';
const PASSCODE = 'heron & mill';
const SECRET = 'the heron nests behind the mill';
const STREAM = conversationStream('11111111-1111-7111-8111-111111111111');

let now = 1_000_000;
let lock: BrowserLock;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  now = 1_000_000;
  lock = new BrowserLock(ACCOUNT, () => now);
});

afterEach(() => {
  vi.restoreAllMocks();
});

function entry(seq: number): Entry {
  return {
    stream: STREAM,
    seq,
    kind: 'message',
    at: '2026-11-22T10:00:00Z',
    hash: 'h',
    body: SECRET,
  };
}

/** Writes something of everything that this browser keeps. */
async function writeAll(): Promise<void> {
  const storage = await LocalStorage.open(ACCOUNT);
  await storage.log.append(STREAM, [entry(1)], false);
  await storage.drafts.save({ conversation: 'x', text: SECRET, savedAt: 'then' });
  storage.close();
  const vault = await virtualVault(ACCOUNT);
  await vault.write('some/key', SECRET);
  vault.close();
}

/** What a key opens: the text of the log, and of the vault. */
async function readAll(key?: CryptoKey): Promise<(string | undefined)[]> {
  const storage = await LocalStorage.open(ACCOUNT, key);
  const [first] = await storage.log.all(STREAM);
  storage.close();
  const vault = await virtualVault(ACCOUNT, key);
  const kept = await vault.read('some/key');
  vault.close();
  return [first?.body, kept];
}

interface Kept {
  database: string;
  store: string;
  value: unknown;
}

/** Every row of every database of the account, as it is stored. */
async function everything(): Promise<Kept[]> {
  const names = [contentDatabase, vaultDatabase, lockDatabase].map((nameOf) => nameOf(ACCOUNT));
  const found = await Promise.all(
    names.map(async (name) => {
      const database = await openDB(name);
      const rows = await Promise.all(
        [...database.objectStoreNames].map(async (store) =>
          (await database.getAll(store)).map((value: unknown) => ({
            database: name,
            store,
            value,
          })),
        ),
      );
      database.close();
      return rows.flat();
    }),
  );
  return found.flat();
}

/** All values inside a value, itself included. */
function inside(value: unknown): unknown[] {
  const isPlain =
    typeof value === 'object' &&
    value !== null &&
    !ArrayBuffer.isView(value) &&
    !(value instanceof ArrayBuffer) &&
    !(value instanceof CryptoKey);
  return isPlain ? [value, ...Object.values(value).flatMap(inside)] : [value];
}

/** How many keys are had by what is stored alone: objects of WebCrypto, and what they unwrap. */
async function keysInReach(): Promise<number> {
  const values = (await everything()).flatMap(({ value }) => inside(value));
  const keys = values.filter((value) => value instanceof CryptoKey);
  const bytes = values.filter((value) => ArrayBuffer.isView(value)) as Uint8Array<ArrayBuffer>[];
  let hasFound = true;
  while (hasFound) {
    hasFound = false;
    for (const wrapped of bytes.splice(0)) {
      const key = await unwrappedByAny(keys, wrapped);
      if (key === undefined) {
        bytes.push(wrapped);
      } else {
        keys.push(...key);
        hasFound = true;
      }
    }
  }
  return keys.length;
}

async function unwrappedByAny(
  keys: CryptoKey[],
  wrapped: Uint8Array<ArrayBuffer>,
): Promise<CryptoKey[] | undefined> {
  for (const key of keys.filter(({ usages }) => usages.includes('unwrapKey'))) {
    try {
      return await Promise.all([
        crypto.subtle.unwrapKey('raw', wrapped, key, 'AES-KW', 'AES-KW', true, ['unwrapKey']),
        crypto.subtle.unwrapKey('raw', wrapped, key, 'AES-KW', 'AES-GCM', true, ['decrypt']),
      ]);
    } catch {
      // Not this one.
    }
  }
  return undefined;
}

describe('the lock of the browser', () => {
  test('is off in a new browser, and everything opens', async () => {
    expect(await lock.setting()).toMatchObject({ isOn: false });
    await writeAll();
    expect(await readAll()).toEqual([SECRET, SECRET]);
    // Of the wrapping key, and, as either kind, of the browser and of both databases.
    expect(await keysInReach()).toBe(1 + 3 * 2);
  });

  test('when it is on, opens nothing by what is stored, and everything by the passcode', async () => {
    await writeAll();
    await lock.turnOn(PASSCODE, 5);

    expect(await lock.setting()).toEqual({ isOn: true, minutes: 5 });
    expect((await everything()).length).toBeGreaterThan(4);
    // No object of WebCrypto is left in any row: nothing to try on anything.
    expect(await keysInReach()).toBe(0);
    await expect(unlockedKey(ACCOUNT)).rejects.toThrow(LockClosed);
    await expect(LocalStorage.open(ACCOUNT)).rejects.toThrow(LockClosed);
    await expect(virtualVault(ACCOUNT)).rejects.toThrow(LockClosed);

    expect(await readAll(await lock.unlock(PASSCODE))).toEqual([SECRET, SECRET]);
    // Opening it stores nothing that would open it the next time.
    expect(await keysInReach()).toBe(0);
  });

  test('opens as before when it was turned off with the passcode, and only then', async () => {
    await writeAll();
    await lock.turnOn(PASSCODE, 5);
    await expect(lock.turnOff('something else')).rejects.toMatchObject({ why: 'wrong' });
    expect(await lock.setting()).toMatchObject({ isOn: true });
    await lock.turnOff(PASSCODE);
    expect(await readAll()).toEqual([SECRET, SECRET]);
    // The next one to be asked for is a key of its own.
    await lock.turnOn('another one', 1);
    await expect(lock.unlock(PASSCODE)).rejects.toMatchObject({ why: 'wrong' });
    expect(await readAll(await lock.unlock('another one'))).toEqual([SECRET, SECRET]);
  });

  test('takes another passcode for the one of before', async () => {
    await writeAll();
    await lock.turnOn(PASSCODE, 60);
    await expect(lock.changePasscode('wrong one', 'new one')).rejects.toMatchObject({
      why: 'wrong',
    });
    await lock.changePasscode(PASSCODE, 'new one');
    await lock.setMinutes(15);
    expect(await lock.setting()).toEqual({ isOn: true, minutes: 15 });
    await expect(lock.unlock(PASSCODE)).rejects.toMatchObject({ why: 'wrong' });
    expect(await readAll(await lock.unlock('new one'))).toEqual([SECRET, SECRET]);
  });

  test('gives keys that nobody exports', async () => {
    const off = await lock.setting();
    await lock.turnOn(PASSCODE, 5);
    const keys = [await lock.unlock(PASSCODE), ...(off.isOn ? [] : [off.key])];
    expect(keys.map(({ extractable }) => extractable)).toEqual([false, false]);
  });

  test('takes a passcode for the same however it was typed', async () => {
    await lock.setting();
    await lock.turnOn('Zu\u0308rich!', 5);
    await expect(lock.unlock('Z\u00fcrich!')).resolves.toBeInstanceOf(CryptoKey);
  });

  test('is as it was when turning it on or off ends in between', async () => {
    await writeAll();
    const fail = () => {
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
        throw new Error('full');
      });
    };
    fail();
    await expect(lock.turnOn(PASSCODE, 5)).rejects.toThrow('full');
    vi.restoreAllMocks();
    expect(await readAll()).toEqual([SECRET, SECRET]);

    await lock.turnOn(PASSCODE, 5);
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: unknown,
      key?: IDBValidKey,
    ): IDBRequest<IDBValidKey> {
      if (this.name !== 'keys') {
        return this.add(value, key);
      }
      // The one row is gone, the other is not there, and the browser dies.
      this.clear();
      const asked = this.add(value, key);
      this.transaction.abort();
      return asked;
    });
    await expect(lock.turnOff(PASSCODE)).rejects.toThrow();
    vi.restoreAllMocks();
    expect(await keysInReach()).toBe(0);
    expect(await readAll(await lock.unlock(PASSCODE))).toEqual([SECRET, SECRET]);
  });

  test('is one for tabs that turn it on at the same time', async () => {
    await lock.setting();
    const tabs = [lock, new BrowserLock(ACCOUNT, () => now)];
    const done = await Promise.allSettled(
      tabs.map((tab, index) => tab.turnOn(`passcode ${index}`, 5)),
    );
    const [failed] = done.filter((each) => each.status === 'rejected');
    expect(failed?.reason).toBeInstanceOf(LockChanged);
    const winner = done.findIndex((each) => each.status === 'fulfilled');
    await expect(lock.unlock(`passcode ${winner}`)).resolves.toBeInstanceOf(CryptoKey);
  });

  test('makes whoever guesses wait longer and longer, also after a reload', async () => {
    await lock.setting();
    await lock.turnOn(PASSCODE, 5);
    const waits: number[] = [];
    for (let tried = 0; tried < 6; tried += 1) {
      const again = new BrowserLock(ACCOUNT, () => now);
      await expect(again.unlock('a wrong one')).rejects.toMatchObject({ why: 'wrong' });
      const nextAt = await again.nextTryAt();
      waits.push(nextAt - now);
      if (nextAt > now) {
        // Not even the right one, before it is time.
        await expect(again.unlock(PASSCODE)).rejects.toMatchObject({ why: 'too-early', nextAt });
        now = nextAt;
      }
    }
    expect(waits).toEqual([0, 0, 0, 0, 5_000, 10_000]);
    await lock.unlock(PASSCODE);
    expect(await lock.nextTryAt()).toBe(0);
  });

  test('waits five minutes at most, whatever the clock says', async () => {
    await lock.setting();
    await lock.turnOn(PASSCODE, 5);
    const database = await openDB(lockDatabase(ACCOUNT));
    await database.put('tries', { count: 40, until: 0 }, 'tries');
    database.close();
    await expect(lock.unlock('a wrong one')).rejects.toMatchObject({ nextAt: now + 300_000 });
    now -= 900_000;
    await expect(lock.unlock(PASSCODE)).resolves.toBeInstanceOf(CryptoKey);
  });

  test('is refused where a key of before opens what is stored', async () => {
    const bare = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]);
    const database = await openDatabase(ACCOUNT);
    await database.put('keys', bare, 'content');
    database.close();
    await writeAll();
    await expect(lock.turnOn(PASSCODE, 5)).rejects.toThrow(CannotLock);
    expect(await readAll()).toEqual([SECRET, SECRET]);
  });

  test('is of one account only', async () => {
    const other = new BrowserLock('11111111-1111-7111-8111-11111111bbbb');
    await Promise.all([lock.setting(), other.setting()]);
    await lock.turnOn(PASSCODE, 5);
    expect(await other.setting()).toMatchObject({ isOn: false });
  });

  test('is gone with everything else, and what comes after opens anew', async () => {
    await writeAll();
    await lock.turnOn(PASSCODE, 5);
    await wipeAccount(ACCOUNT);
    expect(await indexedDB.databases()).toEqual([]);
    expect(await readAll()).toEqual([undefined, undefined]);
  });

  test('databases whose key is gone are begun anew', async () => {
    await writeAll();
    const { deleteDB } = await import('idb');
    await deleteDB(lockDatabase(ACCOUNT));
    expect(await readAll()).toEqual([undefined, undefined]);
    await writeAll();
    expect(await readAll()).toEqual([SECRET, SECRET]);
  });
});
