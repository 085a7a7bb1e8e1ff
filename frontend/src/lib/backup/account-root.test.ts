import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import { AccountRoot } from './account-root';
import { readRecoveryKey } from './recovery-key';
import { ACCOUNT, browserKeys, VirtualBackupServer } from './testing/virtual-backup';

let server: VirtualBackupServer;
let ids = 0;

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  server = new VirtualBackupServer();
});

/** Another browser of the same person, which has nothing yet. */
function browser(): AccountRoot {
  const newId = () => `id-${(ids += 1)}`;
  return new AccountRoot({ account: ACCOUNT, keys: browserKeys(), server, newId });
}

function secret(): Uint8Array<ArrayBuffer> {
  return new Uint8Array(32).fill(9);
}

describe('the root of an account', () => {
  test('is made by the first browser, and locked in the second', async () => {
    const first = browser();
    expect(await first.look()).toMatchObject({ root: 'here', methods: [] });
    const second = browser();
    const { root, key } = await second.look();
    expect(root).toBe('locked');
    expect(await second.openKey()).toBeUndefined();
    expect(await first.openKey()).toBe(key);
    await expect(second.makeRecoveryKey()).rejects.toThrow('not here');
  });

  test('of two that look at once, one makes it', async () => {
    const both = await Promise.all([browser().look(), browser().look()]);
    expect(both.map(({ root }) => root).sort()).toEqual(['here', 'locked']);
    expect(both[0].key).toBe(both[1].key);
  });

  test('comes by a recovery key only once that is kept', async () => {
    const first = browser();
    const { recoveryKey, keep } = await first.makeRecoveryKey();
    expect((await first.look()).methods).toEqual([]);
    await keep();
    const [method] = (await first.look()).methods;
    const second = browser();
    const typed = readRecoveryKey(recoveryKey);
    if (method === undefined || typed.kind !== 'whole') {
      throw new Error('there is no recovery key');
    }
    let changes = 0;
    second.onChange(() => (changes += 1));
    await second.look();
    await expect(second.unlock(method, secret())).rejects.toMatchObject({
      refusal: 'wrong-secret',
    });
    await second.unlock(method, typed.secret);
    expect(await second.openKey()).toBe((await first.look()).key);
    expect(changes).toBeGreaterThan(0);
    expect(typed.secret.every((byte) => byte === 0)).toBe(true);
  });

  test('comes by a passkey or a wallet, until that is removed', async () => {
    const first = browser();
    await first.add('passkey', 'AAEC', secret());
    await first.add('wallet', '0xab', secret());
    for (const method of (await first.look()).methods) {
      const next = browser();
      await next.unlock(method, secret());
      expect((await next.look()).root).toBe('here');
      await next.remove(method);
    }
    expect((await first.look()).methods).toEqual([]);
  });

  test('is another one after beginning anew, which the other browsers have not got', async () => {
    const first = browser();
    await first.add('passkey', 'AAEC', secret());
    const second = browser();
    await second.look();
    let told = 0;
    first.onChange(() => (told += 1));
    await second.beginAnew();
    expect(await second.look()).toMatchObject({ root: 'here', methods: [] });
    expect((await first.look()).root).toBe('locked');
    expect(told).toBe(1);
    expect(await first.openKey()).toBeUndefined();
  });
});
