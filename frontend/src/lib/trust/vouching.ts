import type { KeyLogEntry } from '@/lib/api/types';

/** A wallet that vouches for the key of an account, as the log of keys says. */
export interface Vouching {
  address: string;
  signature: string;
}

/** The wallet that vouches for this key now; undefined when none does. */
export function vouchingIn(entries: readonly KeyLogEntry[], key: string): Vouching | undefined {
  let found: Vouching | undefined;
  for (const { content } of entries) {
    const [, what, , first = '', second = '', , , signature = ''] = content.split('\n');
    if (what === 'wallet') {
      found = second === key ? { address: first, signature } : undefined;
    } else if (what === 'wallet-gone' || what === 'account-key') {
      found = undefined;
    }
  }
  return found;
}
