import { expect, test } from 'vitest';
import { DEFAULT_LIMITS, isUsername, normalUsername, passwordLength } from './username';

test.each([
  ['amy', true],
  ['amy.b-c_9', true],
  ['am', false],
  ['9lives', false],
  ['Amy', false],
  ['amy b', false],
  ['a'.repeat(32), true],
  ['a'.repeat(33), false],
])('%s: %s', (text, isGood) => {
  expect(isUsername(text, DEFAULT_LIMITS)).toBe(isGood);
});

test('capitals and blanks around are forgiven', () => {
  expect(normalUsername('  Amy ')).toBe('amy');
});

test('an emoji is one character of a password', () => {
  expect(passwordLength('🌿🌿🌿')).toBe(3);
});
