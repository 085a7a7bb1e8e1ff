import { describe, expect, test } from 'vitest';
import { matchingPeople, mentionsIn, partialNameAt } from './mentions';

const people = [
  { id: '1', username: 'amy' },
  { id: '2', username: 'amy-lee' },
  { id: '3', username: 'ben' },
];

describe('who is named in a text', () => {
  test.each([
    ['@amy', ['1']],
    ['@amy-lee and @ben.', ['2', '3']],
    ['Ask @Amy, or (@ben)', ['1', '3']],
    ['@amys @amy-leee @benny', []],
    ['mail@amy and amy', []],
    ['@amy-lee-jones', []],
    ['@amy...', ['1']],
  ])('%s', (text, expected) => {
    expect(mentionsIn(text, people).map(({ account }) => account)).toEqual(expected);
  });

  test('each is where the name stands', () => {
    expect(mentionsIn('🎉 @ben!', people)).toEqual([{ account: '3', from: 3, length: 4 }]);
  });
});

describe('a name that is being typed', () => {
  test.each([
    ['@', { from: 0, typed: '' }],
    ['hi @am', { from: 3, typed: 'am' }],
    ['hi @am ', undefined],
    ['mail@am', undefined],
  ])('%s', (text, expected) => {
    expect(partialNameAt(text, text.length)).toEqual(expected);
  });

  test('those who begin with it come first', () => {
    expect(matchingPeople(people, 'e').map(({ username }) => username)).toEqual(['ben', 'amy-lee']);
  });
});
