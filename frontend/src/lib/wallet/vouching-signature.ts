import { getAddress, isHex, recoverTypedDataAddress } from 'viem';
import type { WalletProvider } from './discovery';

/** The message (EIP-712) by which a wallet vouches for the key of an account; the server has the same. */
function message(address: string, account: string, key: string) {
  return {
    domain: { name: 'Parley', version: '1' },
    types: {
      EIP712Domain: [
        { name: 'name', type: 'string' },
        { name: 'version', type: 'string' },
      ],
      Vouch: [
        { name: 'purpose', type: 'string' },
        { name: 'wallet', type: 'address' },
        { name: 'account', type: 'string' },
        { name: 'key', type: 'string' },
      ],
    },
    primaryType: 'Vouch',
    message: {
      purpose:
        'This wallet vouches for the key of my Parley account. People I talk to can see this address.',
      wallet: getAddress(address),
      account,
      key,
    },
  } as const;
}

/** Has a wallet vouch. */
export async function vouchingSignature(
  provider: WalletProvider,
  address: `0x${string}`,
  account: string,
  key: string,
): Promise<string> {
  const signature = await provider.request({
    method: 'eth_signTypedData_v4',
    params: [address, JSON.stringify(message(address, account, key))],
  });
  if (!isHex(signature)) {
    throw new Error('the wallet gave no signature');
  }
  return signature;
}

/** Whether the key of this address has signed; a contract, whose word only the server asks, has not. */
export async function hasVouched(
  address: string,
  account: string,
  key: string,
  signature: string,
): Promise<boolean> {
  try {
    const signer = await recoverTypedDataAddress({
      ...message(address, account, key),
      signature: signature as `0x${string}`,
    });
    return signer === getAddress(address);
  } catch {
    // It is no signature of a key.
    return false;
  }
}
