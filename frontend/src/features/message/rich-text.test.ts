import { expect, test } from 'vitest';
import { isFewEmoji } from './rich-text';

test.each([
  ['🎉', true],
  ['👩🏽‍🚀 🇫🇷', true],
  ['🎉🎉🎉🎉🎉🎉', false],
  ['ok 🎉', false],
  ['5', false],
  ['', false],
])('%s is shown large: %s', (text, isLarge) => {
  expect(isFewEmoji(text)).toBe(isLarge);
});
