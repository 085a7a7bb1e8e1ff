import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import { generateKeyPackageWithKey } from 'ts-mls/keyPackage.js';
import { toBase64Url } from '@/lib/id/base64url';
import { encodeMessage } from '../codec';
import { credentialOf, type LeafIdentity } from '../identity';
import { capabilities } from '../suite';

/** What others know of a device, and add it to a group by. */
export interface SilentDevice extends LeafIdentity {
  signatureKey: string;
  keyPackage: string;
}

const DAY_SECONDS = 86_400n;

/** A device that does nothing but being in a group: nobody keeps what it could read with. */
export async function silentDevice(
  who: LeafIdentity,
  suite: CiphersuiteImpl,
): Promise<SilentDevice> {
  const now = BigInt(Math.floor(Date.now() / 1000));
  const lifetime = { notBefore: now - 60n, notAfter: now + DAY_SECONDS };
  const keys = await suite.signature.keygen();
  const { publicPackage: keyPackage } = await generateKeyPackageWithKey(
    credentialOf(who),
    capabilities,
    lifetime,
    [],
    keys,
    suite,
  );
  return {
    ...who,
    signatureKey: toBase64Url(keys.publicKey),
    keyPackage: encodeMessage({ version: 'mls10', wireformat: 'mls_key_package', keyPackage }),
  };
}
