import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { readRecoveryKey } from '@/lib/backup/recovery-key';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { accountActionNames } from './account-actions';
import { accountClientOf } from './account-client';
import { AccountKeys } from './account-keys';
import type { CallReply, CallRequest, Channel } from './calls';
import { CryptoRefusal } from './refusal';
import { serve } from './serve';
import { CONVERSATION, utf8, uuid } from './testing/virtual-group';
import { Vault } from './vault';

const ACCOUNT = uuid(0xa, 1);
const OTHER = uuid(0xa, 2);

let browser: IDBFactory;

/** Another browser, which has nothing yet. */
function anotherBrowser(): AccountKeys {
  browser = new IDBFactory();
  globalThis.indexedDB = browser;
  return new AccountKeys();
}

beforeEach(() => {
  anotherBrowser();
});

/** A browser that has made the root of an account. */
async function first(): Promise<{ keys: AccountKeys; key: string }> {
  const keys = new AccountKeys();
  const key = await keys.propose(ACCOUNT);
  expect(await keys.holds(ACCOUNT, key)).toBe(true);
  return { keys, key };
}

function secret(fill = 7): Uint8Array<ArrayBuffer> {
  return new Uint8Array(32).fill(fill);
}

function flipped(text: string, at: number): string {
  const bytes = fromBase64Url(text);
  const place = at < 0 ? bytes.length + at : at;
  return toBase64Url(bytes.map((byte, index) => (index === place ? byte ^ 1 : byte)));
}

describe('the root of an account', () => {
  test('is made once in a browser, also by several that do so at once', async () => {
    const both = [new AccountKeys(), new AccountKeys()];
    const keys = await Promise.all([...both, ...both].map((one) => one.propose(ACCOUNT)));
    expect(new Set(keys).size).toBe(1);
    expect(fromBase64Url(keys[0] ?? '')).toHaveLength(32);
    expect(await new AccountKeys().propose(OTHER)).not.toBe(keys[0]);
  });

  test('is here for the key that the server has, and for no other', async () => {
    const { keys, key } = await first();
    expect(await keys.holds(ACCOUNT, toBase64Url(secret()))).toBe(false);
    await expect(keys.seal(ACCOUNT, toBase64Url(secret()), 'key', secret())).rejects.toEqual(
      new CryptoRefusal('locked'),
    );
    await keys.close();
    expect(await new AccountKeys().holds(ACCOUNT, key)).toBe(true);
    // Beginning anew: another one waits, and takes its place when the server has it.
    const next = await keys.propose(ACCOUNT);
    expect(next).not.toBe(key);
    expect(await keys.holds(ACCOUNT, key)).toBe(true);
    expect(await keys.holds(ACCOUNT, next)).toBe(true);
    expect(await keys.holds(ACCOUNT, key)).toBe(false);
  });

  test.each(['passkey', 'wallet', 'key'] as const)(
    'comes to another browser by a %s, which is wiped',
    async (kind) => {
      const { keys, key } = await first();
      const given = secret();
      const sealed = await keys.seal(ACCOUNT, key, kind, given);
      expect(given).toEqual(secret(0));
      const there = anotherBrowser();
      expect(await there.holds(ACCOUNT, key)).toBe(false);
      const used = secret();
      await there.unlock(ACCOUNT, key, kind, sealed, used);
      expect(used).toEqual(secret(0));
      expect(await there.holds(ACCOUNT, key)).toBe(true);
      expect(await new AccountKeys().holds(ACCOUNT, key)).toBe(true);
    },
  );

  test('comes by a recovery key', async () => {
    const { keys, key } = await first();
    const { recoveryKey, sealedRoot } = await keys.makeRecoveryKey(ACCOUNT, key);
    const typed = readRecoveryKey(recoveryKey.toLowerCase().replaceAll('-', ' '));
    const there = anotherBrowser();
    if (typed.kind !== 'whole') {
      throw new Error(typed.kind);
    }
    await there.unlock(ACCOUNT, key, 'key', sealedRoot, typed.secret);
    expect(await there.holds(ACCOUNT, key)).toBe(true);
  });

  test('does not open with another secret, for another account, kind or key, or changed', async () => {
    const { keys, key } = await first();
    const sealed = await keys.seal(ACCOUNT, key, 'passkey', secret());
    const there = anotherBrowser();
    const open = (...[account, named, kind, text, by]: Parameters<AccountKeys['unlock']>) =>
      there.unlock(account, named, kind, text, by).catch((error: unknown) => error);
    const wrong = new CryptoRefusal('wrong-secret');
    expect(await open(ACCOUNT, key, 'passkey', sealed, secret(8))).toEqual(wrong);
    expect(await open(OTHER, key, 'passkey', sealed, secret())).toEqual(wrong);
    expect(await open(ACCOUNT, key, 'wallet', sealed, secret())).toEqual(wrong);
    expect(await open(ACCOUNT, toBase64Url(secret()), 'passkey', sealed, secret())).toEqual(wrong);
    for (const at of [0, 1, 20, -1]) {
      expect(await open(ACCOUNT, key, 'passkey', flipped(sealed, at), secret())).toEqual(wrong);
    }
    expect(await open(ACCOUNT, key, 'passkey', '!', secret())).toEqual(
      new CryptoRefusal('tampered'),
    );
    expect(await open(ACCOUNT, key, 'passkey', sealed, new Uint8Array(8))).toEqual(
      new CryptoRefusal('invalid'),
    );
    expect(await there.holds(ACCOUNT, key)).toBe(false);
  });

  test('that a server has sealed itself is not taken for the one of this key', async () => {
    const mine = await first();
    const evil = anotherBrowser();
    const other = await evil.propose(ACCOUNT);
    await evil.holds(ACCOUNT, other);
    const sealed = await evil.seal(ACCOUNT, other, 'key', secret());
    const there = anotherBrowser();
    await expect(there.unlock(ACCOUNT, mine.key, 'key', sealed, secret())).rejects.toEqual(
      new CryptoRefusal('wrong-secret'),
    );
  });

  test('lies nowhere in the clear', async () => {
    const { keys } = await first();
    await keys.close();
    const vault = await Vault.open(ACCOUNT);
    const { root } = JSON.parse(new TextDecoder().decode(await vault.read('account/root'))) as {
      root: string;
    };
    vault.close();
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = browser.open(`parley-keys-${ACCOUNT}`);
      request.onsuccess = () => resolve(request.result);
    });
    const rows = await new Promise<unknown[]>((resolve) => {
      const request = database.transaction('values').objectStore('values').getAll();
      request.onsuccess = () => resolve(request.result as unknown[]);
    });
    const text = rows
      .flatMap((row) => Object.values(row as Record<string, Uint8Array | ArrayBuffer>))
      .map((bytes) => Buffer.from(bytes as ArrayBuffer).toString('latin1'))
      .join(' ');
    expect(text).not.toContain(root);
    expect(text).not.toContain(Buffer.from(fromBase64Url(root)).toString('latin1'));
    database.close();
  });

  test('signs for one purpose', async () => {
    const { keys, key } = await first();
    const signature = fromBase64Url(await keys.sign(ACCOUNT, key, 'device', utf8('it is me')));
    const verifier = await crypto.subtle.importKey('raw', fromBase64Url(key), 'Ed25519', false, [
      'verify',
    ]);
    const verify = (text: string) =>
      crypto.subtle.verify('Ed25519', verifier, signature, utf8(text));
    expect(await verify('Parley 1 account signature device\0it is me')).toBe(true);
    expect(await verify('Parley 1 account signature other\0it is me')).toBe(false);
    expect(await verify('it is me')).toBe(false);
  });
});

describe('the backup', () => {
  const entries = [
    { seq: 1, text: 'hello' },
    { seq: 2, text: '' },
    { seq: 3, text: '👋🏽 '.repeat(400) },
  ];

  test('is opened by every browser that has the root', async () => {
    const { keys, key } = await first();
    const sealed = await keys.sealBackup(ACCOUNT, key, CONVERSATION, entries);
    const sealedRoot = await keys.seal(ACCOUNT, key, 'key', secret());
    const there = anotherBrowser();
    await expect(there.openBackup(ACCOUNT, key, CONVERSATION, sealed)).rejects.toEqual(
      new CryptoRefusal('locked'),
    );
    await there.unlock(ACCOUNT, key, 'key', sealedRoot, secret());
    expect(await there.openBackup(ACCOUNT, key, CONVERSATION, sealed)).toEqual(entries);
  });

  test('does not tell short texts from each other by their size', async () => {
    const { keys, key } = await first();
    const sizes = (await keys.sealBackup(ACCOUNT, key, CONVERSATION, entries)).map(
      ({ sealed }) => sealed.length,
    );
    expect(sizes[0]).toBe(sizes[1]);
    expect(sizes[2]).toBeGreaterThan(sizes[0] ?? 0);
  });

  test('leaves out what was swapped, moved, changed, or is of another account', async () => {
    const { keys, key } = await first();
    const [one, two] = await keys.sealBackup(ACCOUNT, key, CONVERSATION, entries);
    if (one === undefined || two === undefined) {
      throw new Error('not sealed');
    }
    const open = (sealed: (typeof one)[], conversation = CONVERSATION) =>
      keys.openBackup(ACCOUNT, key, conversation, sealed);
    const swapped = [
      { seq: 1, sealed: two.sealed },
      { seq: 2, sealed: one.sealed },
    ];
    expect(await open([...swapped, one])).toEqual([entries[0]]);
    expect(await open([one], uuid(0xc, 2))).toEqual([]);
    expect(await open([{ seq: 1, sealed: flipped(one.sealed, -1) }])).toEqual([]);
    expect(
      await open([
        { seq: 1, sealed: 'AQ' },
        { seq: 1, sealed: '' },
      ]),
    ).toEqual([]);
    const other = await keys.propose(OTHER);
    await keys.holds(OTHER, other);
    const foreign = await keys.sealBackup(OTHER, other, CONVERSATION, entries);
    expect(await open(foreign)).toEqual([]);
    await expect(keys.sealBackup(ACCOUNT, key, 'x', entries)).rejects.toEqual(
      new CryptoRefusal('invalid'),
    );
  });
});

test('the client speaks to the worker, and refusals keep their names', async () => {
  const events = new EventTarget();
  const keys = new AccountKeys();
  const channel: Channel = {
    postMessage: (request: CallRequest) =>
      void serve(keys, accountActionNames, structuredClone(request), {
        postMessage: (data: CallReply) =>
          events.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) })),
      }),
    terminate: () => undefined,
    addEventListener: events.addEventListener.bind(events),
  };
  const client = accountClientOf(channel);
  const key = await client.propose(ACCOUNT);
  expect(await client.holds(ACCOUNT, key)).toBe(true);
  const { recoveryKey, sealedRoot } = await client.makeRecoveryKey(ACCOUNT, key);
  expect(readRecoveryKey(recoveryKey).kind).toBe('whole');
  await expect(client.unlock(ACCOUNT, key, 'key', sealedRoot, secret())).rejects.toEqual(
    new CryptoRefusal('wrong-secret'),
  );
  const sealed = await client.sealBackup(ACCOUNT, key, CONVERSATION, [{ seq: 4, text: 'four' }]);
  expect(await client.openBackup(ACCOUNT, key, CONVERSATION, sealed)).toEqual([
    { seq: 4, text: 'four' },
  ]);
  expect(await client.seal(ACCOUNT, key, 'wallet', secret())).not.toBe('');
  expect(await client.sign(ACCOUNT, key, 'device', utf8('x'))).toHaveLength(86);
  await client.close();
  client.end();
  await expect(client.propose(ACCOUNT)).rejects.toEqual(new CryptoRefusal('not-open'));
});
