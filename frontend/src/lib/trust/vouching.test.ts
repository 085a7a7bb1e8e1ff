import { expect, test } from 'vitest';
import { vouchingIn } from './vouching';

function entry(...lines: string[]) {
  return { salt: '', content: ['Parley key log 1', ...lines].join('\n') };
}

const vouches = entry('wallet', 'ada', '0xA', 'key', '1', '1', '0x01');

test('a wallet vouches for a key until it is gone, or the key is', () => {
  expect(vouchingIn([vouches], 'key')).toEqual({ address: '0xA', signature: '0x01' });
  expect(vouchingIn([vouches], 'another')).toBeUndefined();
  expect(vouchingIn([vouches, entry('wallet-gone', 'ada', '0xA', '2')], 'key')).toBeUndefined();
  expect(vouchingIn([vouches, entry('account-key', 'ada', 'next', '2')], 'key')).toBeUndefined();
});
