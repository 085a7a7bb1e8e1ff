import { expect, test } from 'vitest';
import { pause } from './use-await-verification';

test('who waits for longer is asked for less often, and never forgotten', () => {
  expect(pause(0)).toBe(2_000);
  for (let asked = 0; asked < 100; asked += 1) {
    expect(pause(asked + 1)).toBeGreaterThanOrEqual(pause(asked));
  }
  expect(pause(100)).toBe(30_000);
});
