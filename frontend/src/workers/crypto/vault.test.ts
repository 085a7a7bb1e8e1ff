import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CryptoRefusal } from './refusal';
import { utf8, uuid } from './testing/virtual-group';
import { Vault } from './vault';

const ACCOUNT = uuid(0xa, 1);

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
});

test('what is written is read, by the next one who opens it as well', async () => {
  const vault = await Vault.open(ACCOUNT);
  await vault.write(
    new Map([
      ['one', utf8('1')],
      ['two', utf8('2')],
    ]),
  );
  await vault.write(new Map([['one', undefined]]));
  vault.close();
  const again = await Vault.open(ACCOUNT);
  expect(await again.read('one')).toBeUndefined();
  expect(await again.read('two')).toEqual(utf8('2'));
  expect(await again.readAll('t')).toEqual(new Map([['two', utf8('2')]]));
});

test('neither a text nor a key lies open in the database', async () => {
  const vault = await Vault.open(ACCOUNT);
  const secret = crypto.getRandomValues(new Uint8Array(32));
  await vault.write(new Map([['keys/one', secret]]));
  vault.close();
  const database = await openDB(`parley-keys-${ACCOUNT}`);
  const [sealed] = (await database.getAll('values')) as { ciphertext: ArrayBuffer }[];
  const stored = Buffer.from(sealed?.ciphertext ?? new ArrayBuffer(0));
  expect(stored.length).toBe(32 + 16);
  expect(stored.includes(Buffer.from(secret))).toBe(false);
  // It is stored wrapped: the bytes are no key, and longer than one.
  expect(await database.get('wrapping', 'aes-gcm')).toHaveLength(32 + 8);
  database.close();
});

test('a value that was moved or changed is not read', async () => {
  const vault = await Vault.open(ACCOUNT);
  await vault.write(new Map([['one', utf8('1')]]));
  const database = await openDB(`parley-keys-${ACCOUNT}`);
  const sealed = (await database.get('values', 'one')) as {
    nonce: Uint8Array;
    ciphertext: ArrayBuffer;
  };
  await database.put('values', sealed, 'two');
  await expect(vault.read('two')).rejects.toEqual(new CryptoRefusal('storage'));
  new Uint8Array(sealed.ciphertext).fill(1, 0, 4);
  await database.put('values', sealed, 'one');
  await expect(vault.read('one')).rejects.toEqual(new CryptoRefusal('storage'));
  database.close();
});

test('all changes are written or none', async () => {
  const vault = await Vault.open(ACCOUNT);
  await vault.write(new Map([['one', utf8('1')]]));
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new Error('full');
  });
  const changes = new Map([
    ['one', undefined],
    ['two', utf8('2')],
  ]);
  await expect(vault.write(changes)).rejects.toEqual(new CryptoRefusal('storage'));
  vi.restoreAllMocks();
  expect(await vault.read('one')).toEqual(utf8('1'));
  expect(await vault.read('two')).toBeUndefined();
});

test('forgetting does not wait for who has it open', async () => {
  const vault = await Vault.open(ACCOUNT);
  await vault.write(new Map([['one', utf8('1')]]));
  await Vault.forget(ACCOUNT);
  await expect(vault.read('one')).rejects.toEqual(new CryptoRefusal('storage'));
  expect(await (await Vault.open(ACCOUNT)).read('one')).toBeUndefined();
});
