import { describe, expect, test } from 'vitest';
import { ago, dayOf, daysAgo, dayTitle, listTime } from './time';

const now = new Date(2026, 10, 21, 9, 30);

describe('in a list', () => {
  test.each([
    [new Date(2026, 10, 21, 0, 1), '12:01 AM'],
    [new Date(2026, 10, 20, 23, 59), 'yesterday'],
    [new Date(2026, 10, 16, 12, 0), 'Mon'],
    [new Date(2026, 10, 14, 12, 0), 'Nov 14'],
    [new Date(2025, 10, 21, 12, 0), 'Nov 21, 2025'],
  ])('%s is shown as %s', (date, text) => {
    expect(listTime(date, now, 'en-US').replaceAll(' ', ' ')).toBe(text);
  });
});

test('a day ends at midnight, not after 24 hours', () => {
  expect(daysAgo(new Date(2026, 10, 20, 23, 59), new Date(2026, 10, 21, 0, 0))).toBe(1);
  expect(dayOf(new Date(2026, 0, 2))).toBe('2026-01-02');
});

test('separators name today and yesterday', () => {
  expect(dayTitle(now, now, 'en')).toBe('Today');
  expect(dayTitle(new Date(2026, 10, 20), now, 'en')).toBe('Yesterday');
});

test('a clock that runs ahead never says “in the future”', () => {
  expect(ago(new Date(2026, 10, 21, 9, 40), now, 'en')).toBe('this minute');
  expect(ago(new Date(2026, 10, 21, 9, 25), now, 'en')).toBe('5 minutes ago');
});
