import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import { sameBytes } from '../codec';
import { loadSuite } from '../suite';

function hmac(key: Uint8Array, ...parts: Uint8Array[]): Uint8Array {
  const mac = createHmac('sha256', key);
  parts.forEach((part) => mac.update(part));
  return mac.digest();
}

/** What precedes a raw Ed25519 public key in its DER form (RFC 8410). */
const PUBLIC_PREFIX = Uint8Array.from([48, 42, 48, 5, 6, 3, 43, 101, 112, 3, 33, 0]);

/**
 * The suite with Node's own hashes and signatures in the place of those of WebCrypto, which take a turn
 * of the event loop each: for tests about the tree and not about primitives.
 */
export async function loadQuickSuite(): Promise<CiphersuiteImpl> {
  const suite = await loadSuite();
  const privateKey = cached();
  const publicKey = cached();
  return {
    ...suite,
    kdf: {
      size: 32,
      extract: (salt, ikm) =>
        Promise.resolve(hmac(salt.length === 0 ? new Uint8Array(32) : salt, ikm)),
      expand: (secret, info, length) => {
        const blocks: Uint8Array[] = [];
        let last = new Uint8Array();
        for (let index = 1; blocks.length * 32 < length; index += 1) {
          last = Uint8Array.from(hmac(secret, last, info, Uint8Array.of(index)));
          blocks.push(last);
        }
        return Promise.resolve(Uint8Array.from(Buffer.concat(blocks).subarray(0, length)));
      },
    },
    hash: {
      digest: (data) =>
        Promise.resolve(Uint8Array.from(createHash('sha256').update(data).digest())),
      mac: (key, data) => Promise.resolve(Uint8Array.from(hmac(key, data))),
      verifyMac: (key, mac, data) => Promise.resolve(sameBytes(hmac(key, data), mac)),
    },
    signature: {
      keygen: () => suite.signature.keygen(),
      sign: (key, message) =>
        Promise.resolve(
          Uint8Array.from(
            sign(
              null,
              message,
              privateKey(key, (der) =>
                createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }),
              ),
            ),
          ),
        ),
      verify: (key, message, signature) =>
        Promise.resolve(
          verify(
            null,
            message,
            publicKey(key, (der) =>
              createPublicKey({
                key: Buffer.concat([PUBLIC_PREFIX, der]),
                format: 'der',
                type: 'spki',
              }),
            ),
            signature,
          ),
        ),
    },
  };
}

/** Keys that were read before; reading one costs more than using it. */
function cached(): (bytes: Uint8Array, read: (der: Buffer) => KeyObject) => KeyObject {
  const known = new Map<string, KeyObject>();
  return (bytes, read) => {
    const der = Buffer.from(bytes);
    const name = der.toString('base64');
    const key = known.get(name) ?? read(der);
    known.set(name, key);
    return key;
  };
}
