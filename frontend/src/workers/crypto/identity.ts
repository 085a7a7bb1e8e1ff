import type { Credential } from 'ts-mls/credential.js';
import { isUuid } from './codec';

/** Who a leaf says it is. */
export interface LeafIdentity {
  account: string;
  device: string;
}

/** A basic credential: the UTF-8 bytes of `<account>/<device>`, both UUIDs in lower case. */
export function credentialOf({ account, device }: LeafIdentity): Credential {
  return {
    credentialType: 'basic',
    identity: new TextEncoder().encode(`${account}/${device}`),
  };
}

/** Whom a credential names; undefined when it has not exactly this form. */
export function identityOf(credential: Credential): LeafIdentity | undefined {
  if (credential.credentialType !== 'basic') {
    return undefined;
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(credential.identity);
  } catch {
    return undefined;
  }
  const [account, device, ...more] = text.split('/');
  return isUuid(account) && isUuid(device) && more.length === 0 ? { account, device } : undefined;
}
