import { beforeEach, describe, expect, test } from 'vitest';
import type { Believed } from '@/workers/crypto/account-client';
import { leafOf } from './merkle';
import { KeyLogWatch } from './key-log';
import { VirtualLog } from './testing/virtual-log';

const [ME, BEN] = ['me', 'ben'];

describe('the log of keys', () => {
  let log: VirtualLog;
  let watch: KeyLogWatch;
  let notes: Map<string, string>;
  let believed: Believed[];

  beforeEach(async () => {
    log = await VirtualLog.begin();
    notes = new Map();
    believed = [];
    watch = new KeyLogWatch({
      account: ME,
      server: log,
      keys: {
        readNote: (_account, name) => Promise.resolve(notes.get(name)),
        keepNote: (_account, name, text) => {
          notes.set(name, text);
          return Promise.resolve();
        },
        everyBelieved: () => Promise.resolve(believed),
      },
    });
    await log.add('account-key', ME, 'my-key', '1');
    await log.add('device', ME, 'laptop', 'key', 'my-key', '2', 'signature');
  });

  async function reasons(): Promise<string[]> {
    return (await watch.check('laptop', 'my-key')).map(({ why }) => why);
  }

  test('that only grows gives no reason to worry', async () => {
    expect(await reasons()).toEqual([]);
    for (let i = 0; i < 5; i += 1) {
      await log.add('account-key', `somebody ${i}`, 'key', '3');
      expect(await reasons()).toEqual([]);
    }
  });

  test('tells of a device and of a key that were added to the own account', async () => {
    expect(await reasons()).toEqual([]);
    await log.add('device', ME, 'phone', 'key', 'my-key', '17', 'signature');
    await log.add('account-key', ME, 'another-key', '18');
    const found = await watch.check('laptop', 'my-key');
    expect(found).toMatchObject([
      { why: 'device', device: 'phone', at: 17 },
      { why: 'account-key', at: 18 },
    ]);
    await watch.dismiss(found[0]?.id ?? '');
    expect(await reasons()).toEqual(['account-key']);
  });

  test('does not tell of this device and of the key that is here', async () => {
    expect(await reasons()).toEqual([]);
    await log.add('device', ME, 'laptop', 'next', 'my-key', '17', 'signature');
    await log.add('account-key', ME, 'my-key', '18');
    expect(await reasons()).toEqual([]);
  });

  test('that was changed is a contradiction for good', async () => {
    await log.add('account-key', BEN, 'key', '3');
    expect(await reasons()).toEqual([]);
    const honest = [...log.leaves];
    log.leaves[0] = await leafOf(new Uint8Array(32), 'another');
    await log.add('account-key', 'somebody', 'key', '3');
    expect(await reasons()).toEqual(['fork']);
    log.leaves = honest;
    await watch.dismiss('fork');
    expect(await watch.warnings()).toMatchObject([{ why: 'fork' }]);
    expect(await reasons()).toEqual(['fork']);
  });

  test('that became shorter is a contradiction', async () => {
    expect(await reasons()).toEqual([]);
    log.leaves.pop();
    expect(await reasons()).toEqual(['fork']);
  });

  test('whose key is another one is a contradiction, unless a known key signs, too', async () => {
    expect(await reasons()).toEqual([]);
    await log.addKey();
    expect(await reasons()).toEqual([]);
    await log.changeKey();
    expect(await reasons()).toEqual(['fork']);
  });

  test('that does not hold what it tells is a contradiction', async () => {
    expect(await reasons()).toEqual([]);
    await log.add('account-key', BEN, 'key', '3');
    const entries = log.entriesOf.get(BEN) ?? [];
    log.entriesOf.set(
      BEN,
      entries.map((entry) => ({ ...entry, content: entry.content.replace('key\n3', 'evil\n3') })),
    );
    believed = [{ person: BEN, key: 'evil' }];
    expect(await reasons()).toEqual(['fork']);
  });

  test('holds the keys that are believed of people, or says so', async () => {
    await log.add('account-key', BEN, 'key', '3');
    believed = [
      { person: BEN, key: 'key' },
      { person: 'nobody here any more', key: 'key' },
    ];
    expect(await reasons()).toEqual([]);
    believed = [{ person: BEN, key: 'ghost' }];
    expect(await reasons()).toEqual(['unlogged']);
    await log.add('account-key', BEN, 'ghost', '4');
    expect(await reasons()).toEqual([]);
  });

  test('may take a moment to place a key', async () => {
    await log.add('account-key', BEN, 'key', '3');
    const [entry] = log.entriesOf.get(BEN) ?? [];
    if (entry !== undefined) {
      const { salt, content } = entry;
      log.entriesOf.set(BEN, [{ salt, content }]);
    }
    believed = [{ person: BEN, key: 'key' }];
    expect(await reasons()).toEqual([]);
  });
});
