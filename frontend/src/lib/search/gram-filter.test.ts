import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterOf, mayHave } from './gram-filter';
import { searchForm, wordsOf } from './search-form';

test('a filter never denies a part of a word that it has', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 5 }),
      fc.nat(),
      fc.nat(),
      (texts, from, length) => {
        const filter = filterOf(texts.map(searchForm));
        const words = texts.flatMap(wordsOf);
        const word = words[from % Math.max(1, words.length)] ?? '';
        const part = word.slice(from % (word.length + 1)).slice(0, 1 + (length % 9));
        fc.pre(part !== '');
        expect(mayHave(filter, [part])).toBe(true);
      },
    ),
  );
});

test('a filter denies nearly everything that it does not have', () => {
  const filter = filterOf(Array.from({ length: 64 }, (_nothing, index) => `word${index} heron`));
  const strangers = Array.from({ length: 1_000 }, (_nothing, index) => `q${index}zx`);
  expect(strangers.filter((word) => mayHave(filter, [word])).length).toBeLessThan(10);
  expect(mayHave(filterOf([]), ['a'])).toBe(false);
});
