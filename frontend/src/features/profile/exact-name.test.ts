import { expect, test } from 'vitest';
import { isExactName } from './exact-name';

test.each(['ada@example.org', '@ada', '0x5aAeb6', '0X12', 'ada.eth', 'Ada.ETH'])(
  '%s is looked up',
  (text) => expect(isExactName(text)).toBe(true),
);

test.each(['', 'ada', 'ada lovelace', 'oxford', 'ethel', 'me @ home', 'a0x'])(
  '%s is searched for',
  (text) => expect(isExactName(text)).toBe(false),
);
