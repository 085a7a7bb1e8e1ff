import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { LeafNode } from 'ts-mls/leafNode.js';
import { AccountKeys } from './account-keys';
import { isStated } from './device-statement';
import { DeviceTrust } from './device-trust';
import { credentialOf } from './identity';
import { strictBase64Url } from './codec';
import type { AccountKeyTold, DeviceKey } from './model';
import { uuid } from './testing/virtual-group';
import { Vault } from './vault';

const ME = uuid(0xa, 1);
const BEN = uuid(0xa, 2);
const [PHONE, LAPTOP] = [uuid(0xd, 1), uuid(0xd, 2)];

/** Any key of 32 bytes, by a letter. */
function keyNamed(letter: string): string {
  return letter.repeat(42) + 'A';
}

/** A leaf, as far as it says whose it is. */
function leafOf({ account, device }: DeviceKey, key: string): LeafNode {
  const leaf: Partial<LeafNode> = {
    credential: credentialOf({ account, device }),
    signaturePublicKey: strictBase64Url(key) ?? new Uint8Array(),
  };
  return leaf as LeafNode;
}

/** An account, with what it says of its devices. */
class Account {
  private constructor(
    readonly id: string,
    readonly key: string,
    private readonly keys: AccountKeys,
  ) {}

  static async of(id: string): Promise<Account> {
    const mine = globalThis.indexedDB;
    globalThis.indexedDB = new IDBFactory();
    const keys = new AccountKeys();
    const key = await keys.propose(id);
    await keys.holds(id, key);
    globalThis.indexedDB = mine;
    return new Account(id, key, keys);
  }

  get told(): AccountKeyTold {
    return { account: this.id, key: this.key };
  }

  bare(device: string, letter: string): DeviceKey {
    return { account: this.id, device, signatureKey: keyNamed(letter) };
  }

  async stated(device: string, letter: string): Promise<DeviceKey> {
    const bare = this.bare(device, letter);
    const statement = await this.keys.state(this.id, this.key, device, bare.signatureKey, 17);
    return { ...bare, statement };
  }
}

describe('which keys are believed', () => {
  let vault: Vault;
  let trust: DeviceTrust;
  let ben: Account;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    ben = await Account.of(BEN);
    vault = await Vault.open(ME);
    trust = await DeviceTrust.load(vault, ME);
  });

  function tell(devices: DeviceKey[], ...accounts: AccountKeyTold[]) {
    return trust.tell(devices, [], accounts, []);
  }

  function tellGone(former: DeviceKey, ...accounts: AccountKeyTold[]) {
    return trust.tell([], [former.device], accounts, [former]);
  }

  function standing(device: DeviceKey, letter: string) {
    return trust.standing(leafOf(device, keyNamed(letter)));
  }

  const NOTHING = { changed: [], concerns: [], confirmed: [] };

  test('at first sight everything, also what the account does not confirm', async () => {
    expect(await tell([ben.bare(PHONE, 'p')], ben.told)).toEqual(NOTHING);
    expect(await tell([await ben.stated(PHONE, 'p')], ben.told)).toEqual(NOTHING);
  });

  test('a new device that the account confirms, with a quiet word', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    const both = [await ben.stated(PHONE, 'p'), await ben.stated(LAPTOP, 'l')];
    expect(await tell(both, ben.told)).toEqual({
      ...NOTHING,
      confirmed: [{ account: BEN, device: LAPTOP }],
    });
    expect(await tell(both, ben.told)).toEqual(NOTHING);
  });

  test('another key of a device that the account confirms', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    expect(await tell([await ben.stated(PHONE, 'q')], ben.told)).toEqual(NOTHING);
  });

  test('not another key of a device that nobody confirms', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    expect(await tell([ben.bare(PHONE, 'q')], ben.told)).toEqual({
      ...NOTHING,
      changed: [PHONE],
      concerns: [{ account: BEN, why: 'device-key', devices: [PHONE] }],
    });
    await trust.acceptPerson(BEN, [PHONE]);
    expect(await tell([ben.bare(PHONE, 'q')], ben.told)).toEqual(NOTHING);
  });

  test('not a device that an account does not confirm which has confirmed others', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    const unconfirmed = {
      ...NOTHING,
      concerns: [{ account: BEN, why: 'unconfirmed', devices: [LAPTOP] }],
    };
    expect(await tell([ben.bare(LAPTOP, 'l')], ben.told)).toEqual(unconfirmed);
    trust = await DeviceTrust.load(vault, ME);
    expect(await tell([ben.bare(LAPTOP, 'l')], ben.told)).toEqual(unconfirmed);
    // It confirms itself when the account is opened there.
    expect(await tell([await ben.stated(LAPTOP, 'l')], ben.told)).toEqual(NOTHING);
  });

  test('such a device once a person has said so', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    await tell([ben.bare(LAPTOP, 'l')], ben.told);
    await trust.acceptPerson(BEN, [LAPTOP]);
    expect(await tell([ben.bare(LAPTOP, 'l')], ben.told)).toEqual(NOTHING);
  });

  test('a device that is gone, for what it wrote', async () => {
    const phone = ben.bare(PHONE, 'p');
    await trust.tell([], [PHONE], [], []);
    expect(standing(phone, 'p')).toBe('foreign');
    expect(await tellGone(phone, ben.told)).toEqual(NOTHING);
    trust = await DeviceTrust.load(vault, ME);
    expect(standing(phone, 'p')).toBe('former');
    expect(standing(phone, 'q')).toBe('foreign');
  });

  test('no other key of a device that was believed before it went', async () => {
    await tell([ben.bare(PHONE, 'p')], ben.told);
    await tellGone(ben.bare(PHONE, 'q'), ben.told);
    expect(standing(ben.bare(PHONE, 'p'), 'p')).toBe('former');
    expect(standing(ben.bare(PHONE, 'p'), 'q')).toBe('foreign');
  });

  test('not a device that is gone of an account that confirms others, and not this one', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    await tellGone(ben.bare(LAPTOP, 'l'), ben.told);
    expect(standing(ben.bare(LAPTOP, 'l'), 'l')).toBe('foreign');
    const anew = await Account.of(BEN);
    await tellGone(await anew.stated(LAPTOP, 'l'), ben.told);
    expect(standing(ben.bare(LAPTOP, 'l'), 'l')).toBe('foreign');
    await tellGone(await ben.stated(LAPTOP, 'l'), ben.told);
    expect(standing(ben.bare(LAPTOP, 'l'), 'l')).toBe('former');
  });

  test('not what is told of a device that is not gone', async () => {
    await trust.tell([], [], [ben.told], [ben.bare(PHONE, 'p')]);
    expect(standing(ben.bare(PHONE, 'p'), 'p')).toBe('device-unknown');
  });

  test('not another key of the account, until a person has said so', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    const anew = await Account.of(BEN);
    const changed = await tell([await anew.stated(PHONE, 'p')], anew.told);
    expect(changed.concerns).toEqual([{ account: BEN, why: 'account-key', devices: [] }]);
    await trust.acceptPerson(BEN, []);
    expect(await tell([await anew.stated(PHONE, 'p')], anew.told)).toEqual(NOTHING);
    // The key of before vouches for nothing any more.
    const late = await tell([await ben.stated(LAPTOP, 'l')], anew.told);
    expect(late.concerns).toEqual([{ account: BEN, why: 'unconfirmed', devices: [LAPTOP] }]);
  });

  test('what was confirmed once stays so when the server keeps quiet about it', async () => {
    await tell([await ben.stated(PHONE, 'p')], ben.told);
    expect(await tell([ben.bare(PHONE, 'p')], ben.told)).toEqual(NOTHING);
    expect(await tell([ben.bare(PHONE, 'p')])).toEqual(NOTHING);
  });

  test('no statement that is changed, moved, or of another key', async () => {
    const { statement, signatureKey } = await ben.stated(PHONE, 'p');
    expect(statement).toBeDefined();
    if (statement !== undefined) {
      expect(await isStated(BEN, PHONE, signatureKey, statement)).toBe(true);
      expect(await isStated(BEN, LAPTOP, signatureKey, statement)).toBe(false);
      expect(await isStated(ME, PHONE, signatureKey, statement)).toBe(false);
      expect(await isStated(BEN, PHONE, keyNamed('q'), statement)).toBe(false);
      expect(await isStated(BEN, PHONE, signatureKey, { ...statement, at: 18 })).toBe(false);
      const other = { ...statement, accountKey: keyNamed('k') };
      expect(await isStated(BEN, PHONE, signatureKey, other)).toBe(false);
    }
  });

  test('of the own account what the server says: its owner is told by the log', async () => {
    const me = await Account.of(ME);
    await tell([await me.stated(PHONE, 'p')], me.told);
    expect(await tell([me.bare(LAPTOP, 'l')], me.told)).toEqual(NOTHING);
    const anew = await Account.of(ME);
    expect(await tell([me.bare(LAPTOP, 'l')], anew.told)).toEqual(NOTHING);
  });
});
