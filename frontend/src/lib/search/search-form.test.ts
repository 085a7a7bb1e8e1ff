import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf, markFound, searchForm, wordsOf } from './search-form';

test.each([
  ['Café', 'CAFE\u0301'],
  ['STRASSE', 'straße'],
  ['ΟΔΟΣ', 'οδος'],
  ['ｐａｒｌｅｙ', 'Parley'],
])('%s is compared like %s', (one, other) => {
  expect(searchForm(one)).toBe(searchForm(other));
});

test.each([
  ['At the Café!', 'cafe', ['Café']],
  ['Cafe\u0301!', 'cafe', ['Cafe\u0301']],
  ['Straße', 'strasse', ['Straße']],
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

test('an excerpt has the place that was found, in one line', () => {
  const text = `${'before '.repeat(40)}\n\nthe Heron nests${' after'.repeat(80)}`;
  const excerpt = excerptOf(text, wordsOf('heron'));
  expect(excerpt).toMatch(/^….*the Heron nests.*…$/u);
  expect(excerpt.length).toBeLessThan(200);
  expect(excerptOf('Short', wordsOf('nowhere'))).toBe('Short');
});
