import type { Capabilities } from 'ts-mls/capabilities.js';
import type { ClientConfig } from 'ts-mls/clientConfig.js';
import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import type { Aead } from 'ts-mls/crypto/aead.js';
import type { CiphersuiteImpl, CiphersuiteName } from 'ts-mls/crypto/ciphersuite.js';
import { makeHashImpl } from 'ts-mls/crypto/implementation/default/makeHashImpl.js';
import { makeKdfImpl } from 'ts-mls/crypto/implementation/default/makeKdfImpl.js';
import { makeGenericHpke } from 'ts-mls/crypto/implementation/hpke.js';
import type { Signature } from 'ts-mls/crypto/signature.js';
import type { KeyPackage } from 'ts-mls/keyPackage.js';
import type { LeafNode } from 'ts-mls/leafNode.js';
import { bufferSource } from './codec';
import { identityOf } from './identity';

/** The only ciphersuite of Parley: number 1 of RFC 9420. All of it is in WebCrypto. */
export const SUITE: CiphersuiteName = 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519';

/** The suite from the library's parts and WebCrypto, without the other suites the library knows. */
export async function loadSuite(): Promise<CiphersuiteImpl> {
  const kdf = new HkdfSha256();
  const hpke = new CipherSuite({ kem: new DhkemX25519HkdfSha256(), kdf, aead: new Aes128Gcm() });
  return {
    name: SUITE,
    kdf: makeKdfImpl(kdf),
    hash: makeHashImpl(crypto.subtle, 'SHA-256'),
    signature: ed25519,
    hpke: await makeGenericHpke(
      { kem: 'DHKEM-X25519-HKDF-SHA256', kdf: 'HKDF-SHA256', aead: 'AES128GCM' },
      aes128Gcm,
      hpke,
    ),
    rng: { randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
  };
}

/** RFC 8032. Private keys are PKCS #8. */
const ed25519: Signature = {
  async sign(signKey, message) {
    const key = await crypto.subtle.importKey('pkcs8', bufferSource(signKey), 'Ed25519', false, [
      'sign',
    ]);
    return new Uint8Array(await crypto.subtle.sign('Ed25519', key, bufferSource(message)));
  },
  async verify(publicKey, message, signature) {
    const key = await crypto.subtle.importKey('raw', bufferSource(publicKey), 'Ed25519', false, [
      'verify',
    ]);
    return crypto.subtle.verify('Ed25519', key, bufferSource(signature), bufferSource(message));
  },
  async keygen() {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const [publicKey, signKey] = await Promise.all([
      crypto.subtle.exportKey('raw', pair.publicKey),
      crypto.subtle.exportKey('pkcs8', pair.privateKey),
    ]);
    return { publicKey: new Uint8Array(publicKey), signKey: new Uint8Array(signKey) };
  },
};

const aes128Gcm: Aead = {
  async encrypt(key, nonce, aad, plaintext) {
    const imported = await aesKey(key, 'encrypt');
    const algorithm = aesParameters(nonce, aad);
    return new Uint8Array(
      await crypto.subtle.encrypt(algorithm, imported, bufferSource(plaintext)),
    );
  },
  async decrypt(key, nonce, aad, ciphertext) {
    const imported = await aesKey(key, 'decrypt');
    const algorithm = aesParameters(nonce, aad);
    return new Uint8Array(
      await crypto.subtle.decrypt(algorithm, imported, bufferSource(ciphertext)),
    );
  },
};

function aesKey(key: Uint8Array, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', bufferSource(key), 'AES-GCM', false, [use]);
}

function aesParameters(nonce: Uint8Array, aad: Uint8Array): AesGcmParams {
  return { name: 'AES-GCM', iv: bufferSource(nonce), additionalData: bufferSource(aad) };
}

/** What our leaves say they can do: exactly what they use. */
export const capabilities: Capabilities = {
  versions: ['mls10'],
  ciphersuites: [SUITE],
  extensions: [],
  proposals: [],
  credentials: ['basic'],
};

/** How long a KeyPackage is good that was made here. Seconds: 60 days. */
export const LIFETIME = 60 * 24 * 3600;

/** How long one of somebody else may be good. Seconds: 90 days, as the server takes them. */
export const LONGEST_LIFETIME = 90 * 24 * 3600;

/** How far clocks may differ. Seconds: an hour. */
export const CLOCK_SKEW = 3600;

/** Two leaves are the same client when they are of the same device. */
function isSameDevice(one: LeafNode, other: LeafNode): boolean {
  return identityOf(one.credential)?.device === identityOf(other.credential)?.device;
}

/**
 * What the library asks back. It is not part of a state: whoever reads one puts it back. Leaves are
 * let in here when they have the form of an identity; whether their keys are believed is judged over
 * the tree that comes out, before anything is kept ({@link judge}), so that all unknown devices can be
 * named at once.
 */
export function clientConfig(padUntilLength: number): ClientConfig {
  return {
    keyRetentionConfig: {
      // Messages of one sender that were overtaken, and those that never came, in one epoch.
      retainKeysForGenerations: 200,
      maximumForwardRatchetSteps: 1000,
      // Zero would keep all. What is kept of former epochs is dropped by us: the log has one order.
      retainKeysForEpochs: 1,
    },
    lifetimeConfig: {
      maximumTotalLifetime: BigInt(LONGEST_LIFETIME + CLOCK_SKEW),
      // A member may be silent for longer than his KeyPackage was good.
      validateLifetimeOnReceive: false,
    },
    keyPackageEqualityConfig: {
      compareKeyPackages: (one: KeyPackage, other: KeyPackage) =>
        isSameDevice(one.leafNode, other.leafNode),
      compareKeyPackageToLeafNode: (one: KeyPackage, other: LeafNode) =>
        isSameDevice(one.leafNode, other),
    },
    paddingConfig: { kind: 'padUntilLength', padUntilLength },
    authService: {
      validateCredential: (credential) => Promise.resolve(identityOf(credential) !== undefined),
    },
  };
}
