import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import {
  generateKeyPackageWithKey,
  makeKeyPackageRef,
  verifyKeyPackage,
  type KeyPackage,
  type PrivateKeyPackage,
} from 'ts-mls/keyPackage.js';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { decodeMessage, encodeMessage, fromJson, toJson } from './codec';
import type { DeviceIdentity } from './device-identity';
import { credentialOf } from './identity';
import type { KeyPackages, KeyPackageStock } from './model';
import { CryptoRefusal } from './refusal';
import { capabilities, CLOCK_SKEW, LIFETIME, LONGEST_LIFETIME, SUITE } from './suite';
import type { Changes, Vault } from './vault';

interface StoredKeyPackage {
  keyPackage: string;
  initKey: string;
  leafKey: string;
  /** Seconds since 1970. */
  notAfter: number;
  lastResort: boolean;
}

/** A KeyPackage and what opens the Welcomes for it. */
export interface OwnKeyPackage {
  path: string;
  keyPackage: KeyPackage;
  privateKeys: PrivateKeyPackage;
  lastResort: boolean;
}

const PREFIX = 'key-packages/';

/** How many one call makes at most: as many as the server keeps of a device. */
const MOST = 100;

/** Makes a KeyPackage of this device that is good from now on. */
export function generateKeyPackage(
  identity: DeviceIdentity,
  suite: CiphersuiteImpl,
  now: number,
): Promise<{ publicPackage: KeyPackage; privatePackage: PrivateKeyPackage }> {
  return generateKeyPackageWithKey(
    credentialOf(identity),
    capabilities,
    {
      notBefore: BigInt(now - CLOCK_SKEW),
      notAfter: BigInt(now + LIFETIME),
    },
    [],
    { signKey: identity.signKey, publicKey: identity.publicKey },
    suite,
  );
}

/**
 * A KeyPackage of somebody else, when it may be used at this time (seconds since 1970); undefined
 * otherwise. Whose it is, the caller compares.
 */
export async function acceptableKeyPackage(
  text: string,
  suite: CiphersuiteImpl,
  now: number,
): Promise<KeyPackage | undefined> {
  const message = decodeMessage(text);
  if (message?.wireformat !== 'mls_key_package') {
    return undefined;
  }
  const { keyPackage } = message;
  const { leafNode } = keyPackage;
  if (
    keyPackage.cipherSuite !== SUITE ||
    (leafNode.leafNodeSource as string) !== 'key_package' ||
    leafNode.lifetime.notBefore > BigInt(now + CLOCK_SKEW) ||
    leafNode.lifetime.notAfter < BigInt(now) ||
    leafNode.lifetime.notAfter - leafNode.lifetime.notBefore > BigInt(LONGEST_LIFETIME + CLOCK_SKEW)
  ) {
    return undefined;
  }
  try {
    return (await verifyKeyPackage(keyPackage, suite.signature)) ? keyPackage : undefined;
  } catch {
    // A key that is none.
    return undefined;
  }
}

/** The KeyPackages of this device, whose private halves stay here until they are used or expire. */
export class KeyPackageStore {
  constructor(
    private readonly vault: Vault,
    private readonly suite: CiphersuiteImpl,
    private readonly identity: DeviceIdentity,
    /** Seconds since 1970. */
    private readonly now: () => number,
  ) {}

  /** Makes KeyPackages, and keeps them before they are handed out. */
  async make(count: number, lastResort: boolean): Promise<KeyPackages> {
    if (!Number.isSafeInteger(count) || count < 0 || count > MOST) {
      throw new CryptoRefusal('invalid');
    }
    const changes: Changes = new Map();
    const keyPackages: string[] = [];
    for (let made = 0; made < count; made += 1) {
      keyPackages.push(await this.makeOne(changes, false));
    }
    const last = lastResort ? await this.makeOne(changes, true) : undefined;
    await this.vault.write(changes);
    return { keyPackages, ...(last === undefined ? {} : { lastResort: last }) };
  }

  /** Deletes what has expired, and answers how many are left. */
  async prune(): Promise<KeyPackageStock> {
    const changes: Changes = new Map();
    const stock: KeyPackageStock = { available: 0, lastResort: false };
    for (const [path, value] of await this.vault.readAll(PREFIX)) {
      const { notAfter, lastResort } = fromJson(value) as StoredKeyPackage;
      if (notAfter < this.now()) {
        changes.set(path, undefined);
      } else if (lastResort) {
        stock.lastResort = true;
      } else {
        stock.available += 1;
      }
    }
    await this.vault.write(changes);
    return stock;
  }

  /** The first of these references (RFC 9420, section 5.2) whose KeyPackage is here. */
  async find(references: readonly Uint8Array[]): Promise<OwnKeyPackage | undefined> {
    for (const reference of references) {
      const path = `${PREFIX}${toBase64Url(reference)}`;
      const value = await this.vault.read(path);
      if (value !== undefined) {
        return this.opened(path, fromJson(value) as StoredKeyPackage);
      }
    }
    return undefined;
  }

  private async makeOne(changes: Changes, lastResort: boolean): Promise<string> {
    const now = this.now();
    const made = await generateKeyPackage(this.identity, this.suite, now);
    const keyPackage = encodeMessage({
      version: 'mls10',
      wireformat: 'mls_key_package',
      keyPackage: made.publicPackage,
    });
    const stored: StoredKeyPackage = {
      keyPackage,
      initKey: toBase64Url(made.privatePackage.initPrivateKey),
      leafKey: toBase64Url(made.privatePackage.hpkePrivateKey),
      notAfter: now + LIFETIME,
      lastResort,
    };
    const reference = await makeKeyPackageRef(made.publicPackage, this.suite.hash);
    changes.set(`${PREFIX}${toBase64Url(reference)}`, toJson(stored));
    return keyPackage;
  }

  private opened(path: string, stored: StoredKeyPackage): OwnKeyPackage {
    const message = decodeMessage(stored.keyPackage);
    if (message?.wireformat !== 'mls_key_package') {
      throw new CryptoRefusal('storage');
    }
    return {
      path,
      keyPackage: message.keyPackage,
      privateKeys: {
        initPrivateKey: fromBase64Url(stored.initKey),
        hpkePrivateKey: fromBase64Url(stored.leafKey),
        signaturePrivateKey: this.identity.signKey,
      },
      lastResort: stored.lastResort,
    };
  }
}
