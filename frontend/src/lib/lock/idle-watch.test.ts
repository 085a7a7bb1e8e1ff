import { beforeEach, expect, test } from 'vitest';
import type { IdleMinutes } from './browser-lock';
import { forgetUse, IdleWatch, noteLocked } from './idle-watch';

const ACCOUNT = 'a';
const MINUTE = 60_000;

let now: number;
let kept: Map<string, string>;
let locked: string[];

const shared = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
};

beforeEach(() => {
  now = 1_000_000;
  kept = new Map();
  locked = [];
});

function tab(name: string, minutes: IdleMinutes = 5, account = ACCOUNT): IdleWatch {
  return new IdleWatch({
    account,
    minutes,
    clock: () => now,
    shared,
    onLock: (why) => locked.push(why === 'told' ? `${name}, told` : name),
  });
}

test('locks when no tab was used for so long, and not a moment before', () => {
  const tabs = [tab('one'), tab('two')];
  now += 5 * MINUTE - 1;
  tabs.forEach((each) => each.check());
  expect(locked).toEqual([]);
  now += 1;
  tabs.forEach((each) => each.check());
  expect(locked).toEqual(['one', 'two']);
});

test('stays open in all tabs while one of them is used', () => {
  const [one, two] = [tab('one'), tab('two')];
  for (let minute = 0; minute < 30; minute += 1) {
    now += MINUTE;
    one.used();
    two.check();
  }
  expect(locked).toEqual([]);
  now += 5 * MINUTE;
  two.check();
  one.check();
  expect(locked).toEqual(['two', 'one']);
});

test('a computer that wakes up is locked by the first touch, which is no use of it', () => {
  const [one, two] = [tab('one', 1), tab('two', 1)];
  now += 60 * MINUTE;
  one.used();
  two.check();
  expect(locked).toEqual(['one', 'two']);
});

test('each tab locks once', () => {
  const one = tab('one');
  now += 5 * MINUTE;
  one.check();
  one.check();
  one.used();
  expect(locked).toEqual(['one']);
});

test('a clock that is set back does not keep it open', () => {
  const one = tab('one');
  now -= 10 * MINUTE;
  one.check();
  expect(locked).toEqual(['one']);
});

test('a tab that was not running learns that the others have locked', () => {
  const asleep = tab('asleep');
  now += MINUTE;
  noteLocked(ACCOUNT, shared, () => now);
  asleep.check();
  expect(locked).toEqual(['asleep, told']);
  // One that was unlocked after that stays.
  tab('fresh').check();
  expect(locked).toEqual(['asleep, told']);
});

test('what stands there and is no time counts for nothing', () => {
  const one = tab('one');
  kept.set('parley.used.a', 'soon');
  now += MINUTE;
  one.check();
  expect(locked).toEqual([]);
  forgetUse(ACCOUNT, shared);
  expect(kept.size).toBe(0);
  now += 4 * MINUTE;
  one.check();
  expect(locked).toEqual(['one']);
});

test('accounts do not keep each other open', () => {
  const one = tab('one');
  const other = tab('other', 5, 'b');
  now += 3 * MINUTE;
  other.used();
  now += 3 * MINUTE;
  one.check();
  other.check();
  expect(locked).toEqual(['one']);
});
