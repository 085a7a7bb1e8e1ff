import { toBase64Url } from '@/lib/id/base64url';
import type { LeafNode } from 'ts-mls/leafNode.js';
import type { RatchetTree } from 'ts-mls/ratchetTree.js';
import { fromJson, isUuid, strictBase64Url, toJson } from './codec';
import { identityOf, type LeafIdentity } from './identity';
import type { DeviceKey, LeafStanding, Member } from './model';
import { CryptoRefusal } from './refusal';
import type { Changes, Vault } from './vault';

/** What is believed of a device. */
interface Pin {
  account: string;
  /** Absent when all that is known of the device is that it is gone. */
  key?: string;
  /** Keys that were believed before. */
  former: string[];
  /** The key that the server tells of now, when nobody has accepted it. */
  candidate?: string;
  gone?: boolean;
}

/** Devices whose leaves cannot be judged, and why. */
export class Undecided extends Error {
  constructor(
    readonly why: 'device-unknown' | 'key-changed',
    readonly devices: string[],
  ) {
    super(why);
  }

  refusal(): CryptoRefusal {
    return new CryptoRefusal(this.why, this.devices);
  }
}

const PREFIX = 'pins/';

function isDeviceKey({ account, device, signatureKey }: DeviceKey): boolean {
  return isUuid(account) && isUuid(device) && strictBase64Url(signatureKey)?.length === 32;
}

/**
 * Which key each device signs with: believed at first sight, and changed only when somebody says so.
 */
export class DeviceTrust {
  private constructor(
    private readonly vault: Vault,
    private readonly pins: Map<string, Pin>,
  ) {}

  static async load(vault: Vault): Promise<DeviceTrust> {
    const stored = await vault.readAll(PREFIX);
    const pins = Array.from(
      stored,
      ([path, value]) => [path.slice(PREFIX.length), fromJson(value) as Pin] as const,
    );
    return new DeviceTrust(vault, new Map(pins));
  }

  /**
   * Takes what the server tells of devices, and which it knows no longer. Those whose key is another
   * than the one that is believed are answered, and stay as they were.
   */
  async tell(devices: readonly DeviceKey[], gone: readonly string[]): Promise<string[]> {
    if (!devices.every(isDeviceKey) || !gone.every(isUuid)) {
      throw new CryptoRefusal('invalid');
    }
    const changed: string[] = [];
    const next = new Map<string, Pin>();
    for (const { account, device, signatureKey } of devices) {
      const pin = next.get(device) ?? this.pins.get(device);
      if (pin?.key === undefined) {
        next.set(device, { account, key: signatureKey, former: pin?.former ?? [] });
      } else if (pin.account !== account || pin.key !== signatureKey) {
        // A device belongs to one account for ever: another one is no change, but a lie.
        const candidate = pin.account === account ? { candidate: signatureKey } : {};
        next.set(device, { ...pin, ...candidate });
        changed.push(device);
      } else {
        next.set(device, { account, key: pin.key, former: pin.former });
      }
    }
    for (const device of gone) {
      const pin = next.get(device) ?? this.pins.get(device) ?? { account: '', former: [] };
      next.set(device, { ...pin, gone: true });
    }
    await this.write(next);
    return changed;
  }

  /** Believes a key because it was made here. */
  async believe({ account, device, signatureKey }: DeviceKey): Promise<void> {
    const pin = this.pins.get(device);
    if (pin?.key !== signatureKey || pin.gone === true) {
      const former = pin?.key === undefined || pin.key === signatureKey ? [] : [pin.key];
      await this.write(new Map([[device, { account, key: signatureKey, former }]]));
    }
  }

  /** Believes the new key of a device. The old one vouches for what it has signed already. */
  async accept(device: string): Promise<void> {
    const pin = this.pins.get(device);
    if (pin?.key === undefined || pin.candidate === undefined) {
      throw new CryptoRefusal('invalid', [device]);
    }
    const { account, key, former, candidate } = pin;
    await this.write(new Map([[device, { account, key: candidate, former: [...former, key] }]]));
  }

  standing(leaf: LeafNode): LeafStanding | 'device-unknown' | 'key-changed' {
    const identity = identityOf(leaf.credential);
    const pin = identity === undefined ? undefined : this.pins.get(identity.device);
    if (identity === undefined || pin === undefined) {
      return 'device-unknown';
    }
    const key = toBase64Url(leaf.signaturePublicKey);
    const isOfAccount = pin.account === identity.account;
    if (isOfAccount && pin.key === key) {
      return pin.gone === true ? 'former' : 'current';
    }
    if (isOfAccount && pin.former.includes(key)) {
      return 'former';
    }
    return isOfAccount && pin.candidate === key && pin.gone !== true ? 'key-changed' : 'foreign';
  }

  /**
   * Judges a tree before it is taken: no device and no key twice, and a word about the key of every
   * leaf that was not in `before`. A key that is not that of today may be there: a member who reads
   * the log late sees the keys of that time. Such leaves are {@link stale}.
   *
   * @throws Undecided when the server has to be asked, or a person
   */
  judge(tree: RatchetTree, before: RatchetTree): void {
    const known = new Set(leavesOf(before));
    const devices = new Set<string>();
    const keys = new Set<string>();
    const undecided = { 'device-unknown': [] as string[], 'key-changed': [] as string[] };
    for (const leaf of leavesOf(tree)) {
      const { device } = requireIdentity(leaf);
      const key = toBase64Url(leaf.signaturePublicKey);
      if (devices.has(device) || keys.has(key)) {
        throw new CryptoRefusal('tampered', [device]);
      }
      devices.add(device);
      keys.add(key);
      const standing = known.has(leaf) ? 'current' : this.standing(leaf);
      if (standing === 'device-unknown' || standing === 'key-changed') {
        undecided[standing].push(device);
      }
    }
    for (const why of ['device-unknown', 'key-changed'] as const) {
      if (undecided[why].length > 0) {
        throw new Undecided(why, undecided[why]);
      }
    }
  }

  /** Devices of a tree to whom nothing may be said. */
  stale(tree: RatchetTree): string[] {
    return leavesOf(tree)
      .filter((leaf) => this.standing(leaf) !== 'current')
      .map((leaf) => requireIdentity(leaf).device);
  }

  members(tree: RatchetTree): Member[] {
    return leavesOf(tree).map((leaf) => {
      const standing = this.standing(leaf);
      return {
        ...requireIdentity(leaf),
        signatureKey: toBase64Url(leaf.signaturePublicKey),
        standing: standing === 'current' || standing === 'former' ? standing : 'foreign',
      };
    });
  }

  private async write(next: Map<string, Pin>): Promise<void> {
    const changes: Changes = new Map(
      Array.from(next, ([device, pin]) => [`${PREFIX}${device}`, toJson(pin)] as const),
    );
    await this.vault.write(changes);
    next.forEach((pin, device) => this.pins.set(device, pin));
  }
}

export function leavesOf(tree: RatchetTree): LeafNode[] {
  return tree.flatMap((node) => (node?.nodeType === 'leaf' ? [node.leaf] : []));
}

export function requireIdentity(leaf: LeafNode): LeafIdentity {
  const identity = identityOf(leaf.credential);
  if (identity === undefined) {
    throw new CryptoRefusal('tampered');
  }
  return identity;
}

/** The leaf at an index of the leaves; undefined where there is none. */
export function leafAt(tree: RatchetTree, index: number): LeafNode | undefined {
  const node = Number.isSafeInteger(index) && index >= 0 ? tree[2 * index] : undefined;
  return node?.nodeType === 'leaf' ? node.leaf : undefined;
}

/** Where the leaf of a device stands among the leaves; undefined when it is not there. */
export function leafIndexOf(tree: RatchetTree, device: string): number | undefined {
  const index = tree.findIndex(
    (node) => node?.nodeType === 'leaf' && identityOf(node.leaf.credential)?.device === device,
  );
  return index === -1 ? undefined : index / 2;
}
