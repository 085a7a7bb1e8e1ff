import { expect, test } from 'vitest';
import { isEmoji } from '@/lib/message/message-body';
import { EMOJI, emojiName, partialEmojiAt, QUICK_EMOJI, searchEmoji } from './emoji';

test('every emoji that is offered is one that everybody takes', () => {
  const offered = [...QUICK_EMOJI, ...Object.values(EMOJI).flatMap((group) => Object.keys(group))];
  expect(offered.filter((emoji) => !isEmoji(emoji))).toEqual([]);
});

test('no name is given twice', () => {
  const names = Object.values(EMOJI).flatMap((group) => Object.values(group));
  expect(new Set(names).size).toBe(names.length);
});

test('what begins with the word comes first', () => {
  expect(searchEmoji('heart')[0]).toEqual({ emoji: '❤️', name: 'heart' });
  expect(emojiName('👍')).toBe('thumbs up');
});

test.each([
  ['hi :ta', { from: 3, typed: 'ta' }],
  ['at 10:30', undefined],
  ['x:ta', undefined],
  [':t', undefined],
])('%s', (text, expected) => {
  expect(partialEmojiAt(text, text.length)).toEqual(expected);
});
