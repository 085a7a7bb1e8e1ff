import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test } from 'vitest';
import { ApiProblem } from '@/lib/api/problem';
import type { SealedVerifications } from '@/lib/api/types';
import { browserKeys, ACCOUNT } from '@/lib/backup/testing/virtual-backup';
import type { AccountKeys } from '@/workers/crypto/testing/account';
import { Verifications } from './verifications';

describe('whom somebody has verified', () => {
  let kept: SealedVerifications | undefined;
  let keys: AccountKeys;
  let key: string;
  let beforeKeeping: () => Promise<void>;

  beforeEach(async () => {
    kept = undefined;
    keys = browserKeys();
    key = await keys.propose(ACCOUNT);
    await keys.holds(ACCOUNT, key);
    beforeKeeping = () => Promise.resolve();
  });

  function browser(openKey: string | undefined = key): Verifications {
    return new Verifications({
      account: ACCOUNT,
      root: { openKey: () => Promise.resolve(openKey) },
      keys,
      server: {
        verifications: () => Promise.resolve(kept),
        keepVerifications: async (next) => {
          const before = beforeKeeping;
          beforeKeeping = () => Promise.resolve();
          await before();
          if (next.version !== (kept?.version ?? 0) + 1) {
            const type = 'urn:parley:problem:verifications-conflict';
            throw new ApiProblem({ type, title: 'No.', status: 409 });
          }
          kept = next;
        },
      },
    });
  }

  test('is known in every browser that has the root, and nobody else reads it', async () => {
    await browser().mark('ben', 'his key');
    expect(await browser().all()).toEqual(new Map([['ben', 'his key']]));
    expect(JSON.stringify(kept)).not.toContain('ben');
    await browser().mark('ben', undefined);
    expect(await browser().all()).toEqual(new Map());
  });

  test('is merged when two browsers write at once', async () => {
    beforeKeeping = () => browser().mark('cleo', 'her key');
    await browser().mark('ben', 'his key');
    expect(Object.fromEntries(await browser().all())).toEqual({
      ben: 'his key',
      cleo: 'her key',
    });
  });

  test('is nobody when the server gives an older list, or one that it made', async () => {
    const mine = browser();
    await mine.mark('ben', 'his key');
    const older = kept;
    await mine.mark('ben', undefined);
    await mine.all();
    kept = older;
    expect(await mine.all()).toEqual(new Map());
    kept = { version: 9, sealed: 'AAAA' };
    expect(await browser().all()).toEqual(new Map());
  });
});
