import { describe, expect, test } from 'vitest';
import { emailTokenIn, isEmailAddress } from './email';

describe('an e-mail address', () => {
  test.each([
    'ada@example.org',
    'Ada.Lovelace+parley@Mail.Example.org',
    "o'brien@example.org",
    `${'a'.repeat(64)}@example.org`,
    'ada@xn--exmple-cua.org',
  ])('%s is one', (text) => expect(isEmailAddress(text)).toBe(true));

  test.each([
    '',
    'ada',
    '@example.org',
    'ada@',
    'ada@localhost',
    'ada@example..org',
    '.ada@example.org',
    'ada b@example.org',
    'ada@example.org\r\nBcc: b@example.org',
    'Ada <ada@example.org>',
    'ada@b@example.org',
    'ada@127.0.0.1',
    'ada@exämple.org',
    `${'a'.repeat(65)}@example.org`,
    `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(63)}.organic`,
  ])('%j is none', (text) => expect(isEmailAddress(text)).toBe(false));
});

test('the token of a link stands behind the #', () => {
  const token = 'a'.repeat(43);
  expect(emailTokenIn(`#${token}`)).toBe(token);
  expect(emailTokenIn(token)).toBeUndefined();
  expect(emailTokenIn(`#${token}x`)).toBeUndefined();
  expect(emailTokenIn('')).toBeUndefined();
});
