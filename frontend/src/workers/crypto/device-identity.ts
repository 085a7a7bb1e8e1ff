import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { fromJson, toJson } from './codec';
import type { LeafIdentity } from './identity';
import type { Changes, Vault } from './vault';

/** This device and its signature key (Ed25519). */
export interface DeviceIdentity extends LeafIdentity {
  /** PKCS #8. */
  signKey: Uint8Array;
  publicKey: Uint8Array;
}

const PATH = 'identity';

interface StoredIdentity extends LeafIdentity {
  signKey: string;
  publicKey: string;
}

/**
 * The identity of this device, made once. What is kept here of another device of the account, as after
 * signing out and in again, is of no use to this one and is deleted in the same step; what is believed
 * of others stays.
 */
export async function openIdentity(
  vault: Vault,
  suite: CiphersuiteImpl,
  { account, device }: LeafIdentity,
): Promise<{ identity: DeviceIdentity; isNew: boolean }> {
  const stored = await vault.read(PATH);
  const known = stored === undefined ? undefined : (fromJson(stored) as StoredIdentity);
  if (known?.device === device) {
    const signKey = fromBase64Url(known.signKey);
    const publicKey = fromBase64Url(known.publicKey);
    return { identity: { account, device, signKey, publicKey }, isNew: false };
  }
  const { signKey, publicKey } = await suite.signature.keygen();
  const identity = { account, device, signKey, publicKey };
  const changes: Changes = new Map();
  for (const prefix of ['groups/', 'key-packages/']) {
    for (const path of await vault.paths(prefix)) {
      changes.set(path, undefined);
    }
  }
  const toStore: StoredIdentity = {
    account,
    device,
    signKey: toBase64Url(signKey),
    publicKey: toBase64Url(publicKey),
  };
  await vault.write(changes.set(PATH, toJson(toStore)));
  return { identity, isNew: true };
}
