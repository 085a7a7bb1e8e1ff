import { getAddress, hexToBytes, isHex, recoverTypedDataAddress, type Hex } from 'viem';
import type { WalletProvider } from './discovery';

/** What a wallet gives that opens the messages of an account. */
export type RecoverySignature =
  | { kind: 'signed'; secret: Uint8Array<ArrayBuffer> }
  /** It is no signature of this address alone, as of a contract. */
  | { kind: 'contract' }
  /** It signed the same message differently. */
  | { kind: 'unsteady' };

/** Half of the order of secp256k1: of two signatures that say the same, the lower one counts. */
const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/**
 * The message (EIP-712). It is the same for ever, so that the signature is: no word of it may change
 * as long as there are accounts that are opened by it. It names no chain, because it is the same on all.
 */
function message(account: string, site: string) {
  return {
    domain: { name: 'Parley', version: '1' },
    types: {
      EIP712Domain: [
        { name: 'name', type: 'string' },
        { name: 'version', type: 'string' },
      ],
      Recovery: [
        { name: 'purpose', type: 'string' },
        { name: 'site', type: 'string' },
        { name: 'account', type: 'string' },
        { name: 'caution', type: 'string' },
      ],
    },
    primaryType: 'Recovery',
    message: {
      purpose: 'Open my encrypted messages in this browser.',
      site,
      account,
      caution: 'Sign this only at this site. Whoever has this signature can open my messages.',
    },
  } as const;
}

/**
 * Has a wallet sign the message.
 *
 * @param times how often: a wallet whose signatures differ opens nothing later, which is to be known
 *   before it is relied on
 * @param onSigning it is asked for the signature of this number now
 */
export async function recoverySignature(
  provider: WalletProvider,
  address: `0x${string}`,
  account: string,
  site: string,
  times: number,
  onSigning: (number: number) => void,
): Promise<RecoverySignature> {
  let first: Hex | undefined;
  for (let number = 1; number <= times; number += 1) {
    onSigning(number);
    const signature = await provider.request({
      method: 'eth_signTypedData_v4',
      params: [address, JSON.stringify(message(account, site))],
    });
    if (!isHex(signature)) {
      throw new Error('the wallet gave no signature');
    }
    if (!(await isOf(address, account, site, signature))) {
      return { kind: 'contract' };
    }
    const steady = lowest(signature);
    if (first !== undefined && first !== steady) {
      return { kind: 'unsteady' };
    }
    first = steady;
  }
  return { kind: 'signed', secret: Uint8Array.from(hexToBytes(first ?? '0x')) };
}

/** 65 bytes that the key of this address has made. */
async function isOf(
  address: `0x${string}`,
  account: string,
  site: string,
  signature: Hex,
): Promise<boolean> {
  if (signature.length !== 2 + 2 * 65) {
    return false;
  }
  try {
    const signer = await recoverTypedDataAddress({ ...message(account, site), signature });
    return getAddress(signer) === getAddress(address);
  } catch {
    // It has the length of one and is none.
    return false;
  }
}

/** The numbers r and s of a signature, s as the lower one of the two it may be. */
function lowest(signature: Hex): Hex {
  const r = signature.slice(2, 66);
  const s = BigInt(`0x${signature.slice(66, 130)}`);
  const low = s > ORDER / 2n ? ORDER - s : s;
  return `0x${r}${low.toString(16).padStart(64, '0')}`.toLowerCase() as Hex;
}
