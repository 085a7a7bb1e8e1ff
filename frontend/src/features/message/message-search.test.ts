import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import { foldMessages } from './message-fold';
import { markFound, searchMessages } from './message-search';

function rows(...texts: string[]) {
  const entries = texts.map((text, index): Entry => ({
    stream: 'c/one',
    seq: index + 1,
    kind: 'message',
    by: 'amy',
    at: '2026-11-21T09:00:00.000Z',
    hash: '',
    body: JSON.stringify({ type: 'text', text }),
  }));
  return foldMessages({ account: 'me', entries, outbox: [] }).rows;
}

test.each([
  ['cafe', [2]],
  ['COFFEE', [3, 1]],
  ['the coffee', [3]],
  ['off', [3, 1]],
  ['tea', []],
  ['  ', []],
])('%s', (query, expected) => {
  expect(searchMessages(rows('Coffee?', 'At the Café', 'the best coffee'), query)).toEqual(
    expected,
  );
});

test.each([
  ['At the Café!', 'cafe', ['Café']],
  ['Cafe\u0301!', 'cafe', ['Cafe\u0301']],
  ['straße', 'ss', []],
  ['ﬁne', 'fi', ['ﬁ']],
  ['🎉 party 🎉', 'part', ['part']],
])('in %s', (text, query, expected) => {
  const found = markFound(text, query).filter(({ isFound }) => isFound);
  expect(found.map((piece) => piece.text)).toEqual(expected);
});

test('cutting loses nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, query) => {
      expect(
        markFound(text, query)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
    }),
  );
});
