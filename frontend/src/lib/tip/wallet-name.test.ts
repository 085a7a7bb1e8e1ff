import { describe, expect, it } from 'vitest';
import { readWalletName } from './wallet-name';

describe('the name of a wallet', () => {
  it.each(['ada.eth', 'a.b.c.eth', '1-2.eth', '_ada.eth'])('is shown: %s', (name) => {
    expect(readWalletName(name)).toBe(name);
  });

  it.each([
    undefined,
    null,
    7,
    '',
    'eth',
    '.eth',
    'Ada.eth',
    'ada.com',
    '\u0430da.eth',
    'ada\u200b.eth',
    '\u202eada.eth',
    'xn--da-7ka.eth',
    'a_b.eth',
    'ada.eth ',
    'ada.eth\nx',
    `${'a.'.repeat(128)}eth`,
  ])('is not shown when it could pass for another: %j', (name) => {
    expect(readWalletName(name)).toBeUndefined();
  });
});
