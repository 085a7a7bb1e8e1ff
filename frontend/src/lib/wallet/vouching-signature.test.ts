import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts';
import { expect, test } from 'vitest';
import type { WalletProvider } from './discovery';
import { hasVouched, vouchingSignature } from './vouching-signature';

const ACCOUNT = '00000000-0000-7000-800a-000000000001';
const KEY = 'A'.repeat(43);

test('a wallet vouches for one key of one account, and for nothing else', async () => {
  const wallet = privateKeyToAccount(generatePrivateKey());
  let asked = '';
  const provider = {
    request: ({ params }: { params: [string, string] }) => {
      [, asked] = params;
      return wallet.signTypedData(JSON.parse(asked) as Parameters<typeof wallet.signTypedData>[0]);
    },
  } as unknown as WalletProvider;
  const signature = await vouchingSignature(provider, wallet.address, ACCOUNT, KEY);
  expect(asked).toContain('vouches for the key of my Parley account');
  expect(await hasVouched(wallet.address, ACCOUNT, KEY, signature)).toBe(true);
  expect(await hasVouched(wallet.address, ACCOUNT, 'B'.repeat(42) + 'A', signature)).toBe(false);
  const another = privateKeyToAccount(generatePrivateKey()).address;
  expect(await hasVouched(another, ACCOUNT, KEY, signature)).toBe(false);
  expect(await hasVouched(wallet.address, ACCOUNT, KEY, '0x00')).toBe(false);
});
