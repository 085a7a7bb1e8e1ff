import { expect, test } from 'vitest';
import { lifetimeChosen, lifetimeOf } from './message-lifetime';

const HOUR = 3_600;

test.each([
  [undefined, 0, undefined],
  [undefined, HOUR, HOUR],
  [30, HOUR, 30],
  [0, HOUR, undefined],
])('chosen %s where %s is usual lives %s', (chosen, usual, seconds) => {
  expect(lifetimeOf(chosen, usual)).toBe(seconds);
});

test.each([
  [undefined, 0],
  [undefined, HOUR],
  [30, HOUR],
  [HOUR, HOUR],
  [HOUR, 0],
])('a choice of %s where %s is usual is kept as what it means', (seconds, usual) => {
  expect(lifetimeOf(lifetimeChosen(seconds, usual), usual)).toBe(seconds);
});

test('who chooses what is usual follows it when it changes', () => {
  expect(lifetimeOf(lifetimeChosen(HOUR, HOUR), 30)).toBe(30);
});
