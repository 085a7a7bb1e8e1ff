import { toBase64Url } from '@/lib/id/base64url';
import type { LeafNode } from 'ts-mls/leafNode.js';
import type { RatchetTree } from 'ts-mls/ratchetTree.js';
import { fromJson, isUuid, strictBase64Url, toJson } from './codec';
import { identityOf, type LeafIdentity } from './identity';
import { ACCOUNT_PINS, type AccountPin } from './account-pin';
import { isStated } from './device-statement';
import type {
  AccountKeyTold,
  DeviceKey,
  KeyConcern,
  KeyConcernCause,
  LeafStanding,
  Member,
  Trusted,
} from './model';
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
  /** The key of the account that has confirmed it. */
  statedBy?: string;
  /** The account has confirmed others, and does not confirm this one. */
  unconfirmed?: true;
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

function isAccountKey({ account, key }: AccountKeyTold): boolean {
  return isUuid(account) && strictBase64Url(key)?.length === 32;
}

/**
 * Which key each account has, and with which key each device signs. Both are believed at first sight.
 * Afterwards the account's key vouches for devices; whatever it does not vouch for changes only when
 * somebody says so. Of the own account nothing is asked here: its owner is told by the log of keys.
 */
export class DeviceTrust {
  private constructor(
    private readonly vault: Vault,
    private readonly own: string,
    private readonly pins: Map<string, Pin>,
    private readonly accounts: Map<string, AccountPin>,
  ) {}

  static async load(vault: Vault, own: string): Promise<DeviceTrust> {
    const stored = await vault.readAll(PREFIX);
    const pins = Array.from(
      stored,
      ([path, value]) => [path.slice(PREFIX.length), fromJson(value) as Pin] as const,
    );
    const accounts = Array.from(
      await vault.readAll(ACCOUNT_PINS),
      ([path, value]) => [path.slice(ACCOUNT_PINS.length), fromJson(value) as AccountPin] as const,
    );
    return new DeviceTrust(vault, own, new Map(pins), new Map(accounts));
  }

  /**
   * Takes what the server tells of devices and accounts, and which devices are gone. Those whose key is
   * another than the one that is believed, and that no account vouches for, are answered and stay as
   * they were.
   *
   * @param former the keys that devices had which are gone: they count for devices of which nothing
   *   was known. An account that confirms its devices has to have confirmed these, too
   */
  async tell(
    devices: readonly DeviceKey[],
    gone: readonly string[],
    accounts: readonly AccountKeyTold[],
    former: readonly DeviceKey[],
  ): Promise<Trusted> {
    const areKeys = devices.every(isDeviceKey) && former.every(isDeviceKey);
    if (!areKeys || !gone.every(isUuid) || !accounts.every(isAccountKey)) {
      throw new CryptoRefusal('invalid');
    }
    const keys = this.nextAccounts(accounts);
    const pinOf = (account: string) => keys.get(account) ?? this.accounts.get(account);
    const told: Trusted = { changed: [], concerns: [], confirmed: [] };
    const about = new Concerns(this.own);
    for (const { account } of accounts) {
      if (pinOf(account)?.candidate !== undefined) {
        about.note(account, 'account-key');
      }
    }
    const next = new Map<string, Pin>();
    const stating = new Set<string>();
    for (const each of devices) {
      const { account, device, signatureKey } = each;
      const pin = next.get(device) ?? this.pins.get(device);
      const accountKey = pinOf(account)?.key;
      const statedBy = await this.statedBy(each, pin, accountKey);
      const isStranger = pin?.key !== undefined && pin.account !== account;
      if (statedBy !== undefined) {
        stating.add(account);
      }
      if (pin?.key === undefined) {
        const isLate = statedBy === undefined && this.accounts.get(account)?.states === true;
        const former = pin?.former ?? [];
        next.set(device, {
          account,
          key: signatureKey,
          former,
          ...(statedBy === undefined ? {} : { statedBy }),
          ...(isLate ? { unconfirmed: true } : {}),
        });
        if (isLate) {
          about.note(account, 'unconfirmed', device);
        } else if (statedBy !== undefined && this.accounts.has(account) && account !== this.own) {
          told.confirmed.push({ account, device });
        }
      } else if (isStranger || (pin.key !== signatureKey && statedBy === undefined)) {
        // A device belongs to one account for ever: another one is no change, but a lie.
        const candidate = isStranger ? {} : { candidate: signatureKey };
        next.set(device, { ...pin, ...candidate });
        told.changed.push(device);
        about.note(account, 'device-key', device);
      } else {
        const former = pin.key === signatureKey ? pin.former : [...pin.former, pin.key];
        const isUnconfirmed = statedBy === undefined && pin.unconfirmed === true;
        next.set(device, {
          account,
          key: signatureKey,
          former,
          ...(statedBy === undefined ? {} : { statedBy }),
          ...(isUnconfirmed ? { unconfirmed: true } : {}),
        });
        if (isUnconfirmed) {
          about.note(account, 'unconfirmed', device);
        }
      }
    }
    for (const device of gone) {
      const pin = next.get(device) ?? this.pins.get(device) ?? { account: '', former: [] };
      next.set(device, { ...pin, gone: true });
    }
    for (const each of former) {
      const { account, device, signatureKey } = each;
      const pin = next.get(device);
      if (pin?.gone === true && pin.key === undefined) {
        const statedBy = await this.statedBy(each, undefined, pinOf(account)?.key);
        const states = stating.has(account) || this.accounts.get(account)?.states === true;
        if (statedBy !== undefined) {
          stating.add(account);
          next.set(device, { account, key: signatureKey, former: [], statedBy, gone: true });
        } else if (!states) {
          next.set(device, { account, key: signatureKey, former: [], gone: true });
        }
      }
    }
    for (const account of stating) {
      const pin = pinOf(account);
      if (pin !== undefined) {
        keys.set(account, { ...pin, states: true });
      }
    }
    await this.write(next, keys);
    return { ...told, concerns: about.found() };
  }

  /** What is believed of accounts after the server has told of them. */
  private nextAccounts(accounts: readonly AccountKeyTold[]): Map<string, AccountPin> {
    const next = new Map<string, AccountPin>();
    for (const { account, key } of accounts) {
      const pin = this.accounts.get(account);
      if (pin === undefined) {
        next.set(account, { key, former: [] });
      } else {
        const { candidate, ...rest } = pin;
        const offered = key === pin.key ? undefined : key;
        if (candidate !== offered) {
          next.set(account, offered === undefined ? rest : { ...rest, candidate: offered });
        }
      }
    }
    return next;
  }

  /** The account's key that vouches for a device; what it has once signed it has signed for ever. */
  private async statedBy(
    { account, device, signatureKey, statement }: DeviceKey,
    pin: Pin | undefined,
    accountKey: string | undefined,
  ): Promise<string | undefined> {
    if (accountKey === undefined) {
      return undefined;
    }
    if (pin?.account === account && pin.key === signatureKey && pin.statedBy === accountKey) {
      return accountKey;
    }
    const isGood =
      statement?.accountKey === accountKey &&
      (await isStated(account, device, signatureKey, statement));
    return isGood ? accountKey : undefined;
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

  /** Believes the new key of an account, and these devices of it as they are now. */
  async acceptPerson(account: string, devices: readonly string[]): Promise<void> {
    const next = new Map<string, Pin>();
    for (const device of devices) {
      const pin = this.pins.get(device);
      if (pin?.key === undefined || pin.account !== account) {
        throw new CryptoRefusal('invalid', [device]);
      }
      const { key, former, candidate } = pin;
      next.set(
        device,
        candidate === undefined
          ? { account, key, former }
          : { account, key: candidate, former: [...former, key] },
      );
    }
    const keys = new Map<string, AccountPin>();
    const known = this.accounts.get(account);
    if (known?.candidate !== undefined) {
      const { key, former, candidate, ...rest } = known;
      keys.set(account, { ...rest, key: candidate, former: [...former, key] });
    }
    await this.write(next, keys);
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

  private async write(
    next: Map<string, Pin>,
    accounts: ReadonlyMap<string, AccountPin> = new Map(),
  ): Promise<void> {
    const changes: Changes = new Map(
      Array.from(next, ([device, pin]) => [`${PREFIX}${device}`, toJson(pin)] as const),
    );
    accounts.forEach((pin, account) => changes.set(`${ACCOUNT_PINS}${account}`, toJson(pin)));
    await this.vault.write(changes);
    next.forEach((pin, device) => this.pins.set(device, pin));
    accounts.forEach((pin, account) => this.accounts.set(account, pin));
  }
}

/** Collects concerns by account and cause. */
class Concerns {
  private readonly byKey = new Map<string, KeyConcern>();

  constructor(private readonly own: string) {}

  note(account: string, why: KeyConcernCause, device?: string): void {
    if (account === this.own && why !== 'device-key') {
      return;
    }
    const known = this.byKey.get(`${account} ${why}`) ?? { account, why, devices: [] };
    this.byKey.set(`${account} ${why}`, {
      ...known,
      devices: device === undefined ? known.devices : [...known.devices, device],
    });
  }

  found(): KeyConcern[] {
    return [...this.byKey.values()];
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
