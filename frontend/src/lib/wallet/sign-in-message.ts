import { getAddress, toHex } from 'viem';
import { createSiweMessage } from 'viem/siwe';
import type { WalletChallenge } from '@/lib/api/types';
import type { WalletProvider } from './discovery';

/** The account of the wallet that the person chooses, as an EIP-55 address. */
export async function connectWallet(provider: WalletProvider): Promise<`0x${string}`> {
  const [first] = await walletAccounts(provider);
  if (first === undefined) {
    throw new Error('the wallet named no account');
  }
  return first;
}

/** The accounts that the person lets us see, the chosen one first, as EIP-55 addresses. */
export async function walletAccounts(provider: WalletProvider): Promise<`0x${string}`[]> {
  const accounts = await provider.request({ method: 'eth_requestAccounts' });
  return Array.isArray(accounts)
    ? (accounts as unknown[])
        .filter((account) => typeof account === 'string')
        .map((account) => getAddress(account))
    : [];
}

/** The chain the wallet is on. */
export async function walletChain(provider: WalletProvider): Promise<number> {
  return Number(await provider.request({ method: 'eth_chainId' }));
}

/** The message of EIP-4361 that answers the server's challenge. */
export function signInMessage(
  challenge: WalletChallenge,
  address: `0x${string}`,
  chainId: number,
): string {
  return createSiweMessage({
    address,
    chainId,
    domain: challenge.domain,
    uri: challenge.uri,
    version: challenge.version,
    nonce: challenge.nonce,
    statement: challenge.statement,
    issuedAt: new Date(challenge.issuedAt),
    expirationTime: new Date(challenge.expiresAt),
  });
}

/** Asks the wallet to sign a text for a person to read. */
export async function signText(
  provider: WalletProvider,
  address: `0x${string}`,
  text: string,
): Promise<string> {
  const signature = await provider.request({
    method: 'personal_sign',
    params: [toHex(text), address],
  });
  if (typeof signature !== 'string') {
    throw new Error('the wallet gave no signature');
  }
  return signature;
}
