import { expect, test } from 'vitest';
import { FuzzedGroup } from './testing/fuzzed-group';
import { loadQuickSuite } from './testing/quick-suite';
import { randomOf } from './testing/random';

const COMMITS = Number(process.env.PARLEY_FUZZ_COMMITS ?? 1_000);

/** One group in so many becomes large; the others are those in which two changes soon meet. */
const ONE_LARGE_IN = 12;
const LARGE = { most: 35, adds: 12, life: 12 };
const SMALL = { most: 7, adds: 4, life: 30 };

test(
  'random commits in groups of up to 35 leave everybody in the same group',
  { timeout: 600_000 },
  async ({ annotate }) => {
    const seed = Number(
      process.env.PARLEY_FUZZ_SEED ?? crypto.getRandomValues(new Uint32Array(1))[0],
    );
    await annotate(`PARLEY_FUZZ_SEED=${seed}`);
    const random = randomOf(seed);
    const suite = await loadQuickSuite();
    let largest = 0;
    for (let made = 0, groups = 0; made < COMMITS; groups += 1) {
      const size = groups % ONE_LARGE_IN === 0 ? LARGE : SMALL;
      const group = await FuzzedGroup.begin(suite, random, size);
      for (let lived = 0; lived < size.life && made < COMMITS; lived += 1, made += 1) {
        await group.commit();
        group.check();
        await group.speak();
        largest = Math.max(largest, group.members.length);
      }
    }
    expect(largest).toBeGreaterThan(SMALL.most);
  },
);
