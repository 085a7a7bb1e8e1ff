import { copyBytes, isUuid, strictBase64Url } from './bytes';

/** What an account says of a device: that it signs with its key. */
export interface DeviceStatement {
  /** The key of the account, which has signed. */
  accountKey: string;
  /** Milliseconds since 1970. */
  at: number;
  signature: string;
}

/** The purpose of signatures of statements. */
export const STATES_DEVICE = 'device';

const utf8 = new TextEncoder();

/** What the account's key signs for one purpose. */
export function purposed(purpose: string, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return copyBytes(
    Uint8Array.of(...utf8.encode(`Parley 1 account signature ${purpose}`), 0, ...bytes),
  );
}

/** The five lines of a statement. */
export function statementBytes(
  account: string,
  device: string,
  signatureKey: string,
  accountKey: string,
  at: number,
): Uint8Array<ArrayBuffer> {
  return utf8.encode([account, device, signatureKey, accountKey, at].join('\n'));
}

/** Whether the key that a statement names has signed it, about exactly this. */
export async function isStated(
  account: string,
  device: string,
  signatureKey: string,
  { accountKey, at, signature }: DeviceStatement,
): Promise<boolean> {
  const key = strictBase64Url(accountKey);
  const signed = strictBase64Url(signature);
  if (!isUuid(account) || !isUuid(device) || key?.length !== 32 || signed?.length !== 64) {
    return false;
  }
  const bytes = statementBytes(account, device, signatureKey, accountKey, at);
  try {
    const verifying = await crypto.subtle.importKey('raw', key, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', verifying, signed, purposed(STATES_DEVICE, bytes));
  } catch {
    // 32 bytes that are no key.
    return false;
  }
}
