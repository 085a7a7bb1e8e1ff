import 'fake-indexeddb/auto';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CryptoApi } from './crypto-api';
import { toBase64Url } from '@/lib/id/base64url';
import { decodeMessage, encodeMessage, encodeSigned } from './codec';
import type { Seen } from './model';
import { CryptoRefusal, type RefusalCause } from './refusal';
import {
  CONVERSATION,
  groupOf,
  keyOf,
  START,
  texts,
  utf8,
  uuid,
  virtualLocks,
  VirtualDevice,
  VirtualServer,
} from './testing/virtual-group';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  vi.restoreAllMocks();
});

function refused(refusal: RefusalCause, ...devices: string[]): unknown {
  return expect.objectContaining({ name: 'CryptoRefusal', refusal, devices });
}

/** From now on nothing reaches the disk, as when the tab dies. */
function dieBeforeWriting(): () => void {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new Error('the tab has died');
  });
  return () => put.mockRestore();
}

async function expectSameEpoch(...devices: VirtualDevice[]): Promise<void> {
  const views = await Promise.all(devices.map((device) => device.members()));
  views.forEach(({ epoch, epochAuthenticator, members }) => {
    expect({ epoch, epochAuthenticator, members }).toEqual({
      epoch: views[0]?.epoch,
      epochAuthenticator: views[0]?.epochAuthenticator,
      members: views[0]?.members,
    });
  });
}

describe('the identity of a device', () => {
  test('is made once and survives a restart', async () => {
    const ann = await new VirtualDevice(1, new VirtualServer()).open();
    const { signatureKey } = ann;
    await ann.restart();
    expect(ann.signatureKey).toBe(signatureKey);
  });

  test('is another one for another device of the account, and takes the groups with it', async () => {
    const [, ann] = await groupOf(2);
    await ann.api.close();
    const next = await ann.api.open(ann.account, uuid(0xd, 99));
    expect(next).toMatchObject({ isNew: true });
    expect(next.signatureKey).not.toBe(ann.signatureKey);
    await expect(ann.members()).rejects.toEqual(refused('no-group'));
  });

  test('is gone when it is forgotten', async () => {
    const ann = await new VirtualDevice(1, new VirtualServer()).open();
    const { signatureKey } = ann;
    await ann.api.forget(ann.account);
    await expect(ann.api.makeKeyPackages(1, false)).rejects.toEqual(refused('not-open'));
    // The key of the browser is the app's to delete: it opens more than this.
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual([
      `parley-lock-${ann.account}`,
    ]);
    expect((await ann.open()).signatureKey).not.toBe(signatureKey);
  });

  test('is open in one worker only', async () => {
    const surroundings = { now: () => START, lock: virtualLocks() };
    const [one, other] = [new CryptoApi(surroundings), new CryptoApi(surroundings)];
    await one.open(uuid(0xa, 1), uuid(0xd, 1));
    await expect(other.open(uuid(0xa, 1), uuid(0xd, 1))).rejects.toEqual(refused('in-use'));
    await one.close();
    await expect(other.open(uuid(0xa, 1), uuid(0xd, 1))).resolves.toMatchObject({ isNew: false });
  });

  test('needs ids that are ids', async () => {
    const api = new CryptoApi({ now: () => START, lock: virtualLocks() });
    await expect(api.open('ann', uuid(0xd, 1))).rejects.toEqual(refused('invalid'));
    await expect(api.members('../head')).rejects.toEqual(refused('invalid'));
  });
});

describe('key packages', () => {
  test('are counted until they expire', async () => {
    let now = START;
    const surroundings = { now: () => now, lock: virtualLocks() };
    const ann = new CryptoApi(surroundings);
    await ann.open(uuid(0xa, 1), uuid(0xd, 1));
    const made = await ann.makeKeyPackages(3, true);
    expect(new Set([...made.keyPackages, made.lastResort]).size).toBe(4);
    expect(await ann.pruneKeyPackages()).toEqual({ available: 3, lastResort: true });
    now += 59 * 24 * 3600 * 1000;
    expect(await ann.pruneKeyPackages()).toEqual({ available: 3, lastResort: true });
    now += 2 * 24 * 3600 * 1000;
    expect(await ann.pruneKeyPackages()).toEqual({ available: 0, lastResort: false });
    await expect(ann.makeKeyPackages(101, false)).rejects.toEqual(refused('invalid'));
  });

  test('are used up by joining, the last-resort one is not', async () => {
    const server = new VirtualServer();
    const ann = await new VirtualDevice(1, server).open();
    const ben = await new VirtualDevice(2, server).open();
    await ann.meet(ben);
    await ben.meet(ann);
    const { lastResort = '' } = await ben.api.makeKeyPackages(1, true);
    await ann.api.create(CONVERSATION);
    await ann.commit({ add: [{ ...keyOf(ben), keyPackage: lastResort }] });
    await ben.join();
    expect(await ben.api.pruneKeyPackages()).toEqual({ available: 1, lastResort: true });
  });

  test('of somebody else, expired, or damaged are refused by name', async () => {
    let now = START;
    const server = new VirtualServer();
    const surroundings = { now: () => now, lock: virtualLocks() };
    const ann = await new VirtualDevice(1, server, uuid(0xa, 1), uuid(0xd, 1), surroundings).open();
    const ben = await new VirtualDevice(2, server).open();
    await ann.meet(ben);
    await ann.api.create(CONVERSATION);
    const addition = await ben.addition();
    const damaged = `${addition.keyPackage.slice(0, -4)}AAAA`;
    for (const add of [
      { ...addition, account: ann.account },
      { ...addition, device: uuid(0xd, 7) },
      { ...addition, keyPackage: damaged },
      { ...addition, keyPackage: '' },
    ]) {
      await expect(ann.commit({ add: [add] })).rejects.toEqual(
        refused('key-package-invalid', add.device),
      );
    }
    now += 61 * 24 * 3600 * 1000;
    await expect(ann.commit({ add: [addition] })).rejects.toEqual(
      refused('key-package-invalid', ben.device),
    );
  });
});

describe('a group', () => {
  test('talks, and every member is in the same epoch', async () => {
    const [, ann, ben, cleo] = await groupOf(3);
    await ann.say('hello');
    await ben.say('good day');
    for (const device of [ann, ben, cleo]) {
      expect(texts(await device.catchUp())).toEqual(['hello', 'good day']);
    }
    await expectSameEpoch(ann, ben, cleo);
  });

  test('goes on after every tab has died', async () => {
    const [, ann, ben] = await groupOf(2);
    await ann.say('before');
    await Promise.all([ann.restart(), ben.restart()]);
    await ann.say('after');
    expect(texts(await ben.catchUp())).toEqual(['before', 'after']);
    await expectSameEpoch(ann, ben);
  });

  test('adds, renews keys and removes', async () => {
    const [server, ann, ben, cleo] = await groupOf(3);
    const dora = await new VirtualDevice(4, server).open();
    await dora.meet(ann, ben, cleo);
    await Promise.all([ann, ben, cleo].map((device) => device.meet(dora)));
    await ben.commit({ add: [await dora.addition()] });
    await dora.join();
    expect((await ann.catchUp()).results).toEqual([
      { seq: 2, committed: { epoch: 2, added: [dora.device], removed: [] } },
    ]);
    expect(texts(await dora.catchUp())).toEqual(['!before-joining', '!before-joining']);
    await Promise.all([ben, cleo].map((device) => device.catchUp()));
    await cleo.commit();
    await Promise.all([ann, ben, cleo, dora].map((device) => device.catchUp()));
    await expectSameEpoch(ann, ben, cleo, dora);
    await ann.commit({ remove: [ben.device] });
    expect((await ben.catchUp()).results).toEqual([
      { seq: 4, committed: { epoch: 4, added: [], removed: [ben.device] } },
    ]);
    await Promise.all([ann, cleo, dora].map((device) => device.catchUp()));
    await expectSameEpoch(ann, cleo, dora);
    await ann.say('without Ben');
    expect((await ben.catchUp()).waiting).toEqual({ seq: 5, why: 'no-group' });
    await expect(ben.members()).rejects.toEqual(refused('no-group'));
  });

  test('tells a member that he is out also when somebody new takes his place in the tree', async () => {
    const [server, ann, ben] = await groupOf(2);
    const dora = await new VirtualDevice(4, server).open();
    await dora.meet(ann, ben);
    await Promise.all([ann, ben].map((device) => device.meet(dora)));
    await ann.commit({ add: [await dora.addition()], remove: [ben.device] });
    expect((await ben.catchUp()).results).toEqual([
      { seq: 2, committed: { epoch: 2, added: [dora.device], removed: [ben.device] } },
    ]);
    await dora.join();
    await ann.catchUp();
    await ann.say('hello Dora');
    expect(texts(await dora.catchUp()).at(-1)).toBe('hello Dora');
  });

  test('takes a removed device back', async () => {
    const [, ann, ben] = await groupOf(2);
    await ann.commit({ remove: [ben.device] });
    await Promise.all([ann.catchUp(), ben.catchUp()]);
    await ann.say('nobody hears this');
    await ann.catchUp();
    await ann.commit({ add: [await ben.addition()] });
    await ann.catchUp();
    await ann.say('welcome back');
    expect((await ben.catchUp()).waiting?.why).toBe('no-group');
    await ben.join();
    expect(texts(await ben.catchUp())).toEqual(['!removed', '!removed', 'welcome back']);
  });

  test('that two devices begin at once is the one whose commit came first', async () => {
    const server = new VirtualServer();
    const ann = await new VirtualDevice(1, server).open();
    const ben = await new VirtualDevice(2, server).open();
    await ann.meet(ben);
    await ben.meet(ann);
    await ann.api.create(CONVERSATION);
    await ben.api.create(CONVERSATION);
    await expect(ben.api.encrypt(CONVERSATION, ben.nextCid(), utf8('too early'))).rejects.toEqual(
      refused('no-group'),
    );
    expect(await ann.commit({ add: [await ben.addition()] })).toBe(true);
    expect(await ben.commit({ add: [await ann.addition()] })).toBe(false);
    expect((await ben.catchUp()).waiting).toEqual({ seq: 1, why: 'no-group' });
    await ben.join();
    expect(texts(await ben.catchUp())).toEqual(['!before-joining']);
    await ann.catchUp();
    await expectSameEpoch(ann, ben);
  });

  test('is not begun twice, and is gone when one leaves', async () => {
    const [, ann] = await groupOf(2);
    await expect(ann.api.create(CONVERSATION)).rejects.toEqual(refused('group-exists'));
    await ann.api.leave(CONVERSATION);
    await expect(ann.members()).rejects.toEqual(refused('no-group'));
    await expect(ann.api.create(CONVERSATION)).resolves.toEqual({ epoch: 0 });
  });

  test('refuses changes that make no sense', async () => {
    const [server, ann, ben] = await groupOf(2);
    const commit = (change: Parameters<VirtualDevice['commit']>[0]) => ann.commit(change);
    await expect(commit({ remove: [uuid(0xd, 9)] })).rejects.toEqual(
      refused('not-a-member', uuid(0xd, 9)),
    );
    await expect(commit({ remove: [ann.device] })).rejects.toEqual(
      refused('not-a-member', ann.device),
    );
    const again = await ben.addition();
    await expect(commit({ add: [again, again] })).rejects.toEqual(refused('invalid'));
    await expect(ann.api.commit(CONVERSATION, 'cid', {})).rejects.toEqual(refused('invalid'));
    expect(server.epoch).toBe(1);
  });
});

describe('a commit that waits', () => {
  test('is handed out again, also after a crash, whatever is asked for', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cid = ann.nextCid();
    const first = await ann.api.commit(CONVERSATION, cid, {});
    await ann.restart();
    const second = await ann.api.commit(CONVERSATION, ann.nextCid(), { remove: [ben.device] });
    expect(second).toEqual({ ...first, repeated: true });
    expect((await ann.members()).pending).toBe(cid);
    await server.take(ann, second);
    await ann.restart();
    expect((await ann.catchUp()).results).toEqual([
      { seq: 2, own: cid, committed: { epoch: 2, added: [], removed: [] } },
    ]);
    await ben.catchUp();
    await expectSameEpoch(ann, ben);
  });

  test('counts for nothing before it is in the log, and loses against another one', async () => {
    const [server, ann, ben, cleo] = await groupOf(3);
    const lost = await ann.api.commit(CONVERSATION, ann.nextCid(), { remove: [cleo.device] });
    expect((await ann.members()).epoch).toBe(1);
    await ben.commit();
    expect(await server.take(ann, lost)).toBe(false);
    await Promise.all([ann, ben, cleo].map((device) => device.catchUp()));
    await expectSameEpoch(ann, ben, cleo);
    expect((await ann.members()).pending).toBeUndefined();
    await ann.commit({ remove: [cleo.device] });
    await Promise.all([ann, ben].map((device) => device.catchUp()));
    await expectSameEpoch(ann, ben);
  });

  test('reads messages of its epoch meanwhile', async () => {
    const [, ann, ben] = await groupOf(2);
    await ann.api.commit(CONVERSATION, ann.nextCid(), {});
    await ben.say('still here');
    expect(texts(await ann.catchUp())).toEqual(['still here']);
  });

  test('is dropped when the server refuses it; seen all the same, the device joins anew', async () => {
    const [server, ann, ben] = await groupOf(2);
    const commit = await ann.api.commit(CONVERSATION, ann.nextCid(), {});
    await ann.api.abandon(CONVERSATION, ben.nextCid());
    expect((await ann.members()).pending).toBe(commit.cid);
    await ann.api.abandon(CONVERSATION, commit.cid);
    expect((await ann.members()).pending).toBeUndefined();
    await server.take(ann, commit);
    await ben.catchUp();
    await ben.say('where are you?');
    const received = await ann.catchUp();
    expect(texts(received)).toEqual(['!state-lost']);
    expect(received.waiting).toEqual({ seq: 3, why: 'state-lost' });
    await expect(ann.members()).rejects.toEqual(refused('no-group'));
    expect(await ann.joinExternally()).toBe(true);
    expect(texts(await ann.catchUp())).toEqual(['!before-joining', 'epoch 3']);
    expect(texts(await ben.catchUp())).toEqual(['where are you?', 'epoch 3']);
    await ben.say('there you are');
    expect(texts(await ann.catchUp())).toEqual(['there you are']);
    await expectSameEpoch(ann, ben);
  });

  test('that was not stored was not handed out', async () => {
    const [, ann] = await groupOf(2);
    const live = dieBeforeWriting();
    await expect(ann.api.commit(CONVERSATION, ann.nextCid(), {})).rejects.toEqual(
      refused('storage'),
    );
    live();
    expect((await ann.members()).pending).toBeUndefined();
  });
});

describe('joining', () => {
  test('by the same Welcome again answers the same', async () => {
    const [, , ben] = await groupOf(2);
    await ben.restart();
    expect(await ben.join()).toEqual({ epoch: 1 });
  });

  test('by a Welcome that was not stored works the next time', async () => {
    const server = new VirtualServer();
    const ann = await new VirtualDevice(1, server).open();
    const ben = await new VirtualDevice(2, server).open();
    await ann.meet(ben);
    await ben.meet(ann);
    await ann.api.create(CONVERSATION);
    await ann.commit({ add: [await ben.addition()] });
    const live = dieBeforeWriting();
    await expect(ben.join()).rejects.toEqual(refused('storage'));
    live();
    await ben.restart();
    expect(await ben.join()).toEqual({ epoch: 1 });
  });

  test('needs a Welcome for this device and this conversation', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cleo = await new VirtualDevice(3, server).open();
    const welcome = server.welcomes.get(ben.device) ?? '';
    await expect(cleo.api.join(CONVERSATION, welcome)).rejects.toEqual(
      refused('key-package-unknown'),
    );
    await expect(cleo.api.join(CONVERSATION, 'AAAA')).rejects.toEqual(refused('invalid'));
    await cleo.meet(ann, ben);
    await ann.meet(cleo);
    await ann.commit({ add: [await cleo.addition()] });
    const other = uuid(0xc, 2);
    const own = server.welcomes.get(cleo.device) ?? '';
    await expect(cleo.api.join(other, own)).rejects.toEqual(refused('tampered'));
    await expect(cleo.api.join(CONVERSATION, `${own.slice(0, -8)}AAAAAAAA`)).rejects.toEqual(
      refused('tampered'),
    );
    await expect(cleo.join()).resolves.toEqual({ epoch: 2 });
  });

  test('by oneself works for a device that was never added, and tells the others', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cleo = await new VirtualDevice(3, server).open();
    await cleo.meet(ann, ben);
    await Promise.all([ann, ben].map((device) => device.meet(cleo)));
    await ann.say('before Cleo');
    expect(await cleo.joinExternally()).toBe(true);
    expect((await ben.catchUp()).results.at(-1)).toEqual({
      seq: 3,
      committed: { epoch: 2, added: [cleo.device], removed: [] },
    });
    await ann.catchUp();
    await cleo.restart();
    expect(texts(await cleo.catchUp())).toEqual(['!before-joining', '!before-joining', 'epoch 2']);
    await cleo.say('hello');
    expect(texts(await ann.catchUp())).toEqual(['hello']);
    await expectSameEpoch(ann, ben, cleo);
  });

  test('by oneself is dropped when another commit came first', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cleo = await new VirtualDevice(3, server).open();
    await cleo.meet(ann, ben);
    await Promise.all([ann, ben].map((device) => device.meet(cleo)));
    const groupInfo = server.groupInfo ?? '';
    const lost = await cleo.api.joinExternally(CONVERSATION, cleo.nextCid(), groupInfo);
    await ann.commit();
    expect(await server.take(cleo, lost)).toBe(false);
    const received = await cleo.catchUp();
    expect(texts(received)).toEqual(['!before-joining']);
    expect(received.waiting).toEqual({ seq: 2, why: 'no-group' });
    expect(await cleo.joinExternally()).toBe(true);
    await Promise.all([ann, ben, cleo].map((device) => device.catchUp()));
    await expectSameEpoch(ann, ben, cleo);
  });

  test('by oneself replaces the leaf of a device that has lost its keys', async () => {
    const [server, ann, ben] = await groupOf(2);
    await ben.api.forget(ben.account);
    const lost = new VirtualDevice(2, server);
    await lost.open();
    await lost.meet(ann);
    expect((await ann.api.trust([keyOf(lost)])).changed).toEqual([ben.device]);
    expect(await lost.joinExternally()).toBe(true);
    expect((await ann.catchUp()).waiting).toEqual({
      seq: 2,
      why: 'key-changed',
      devices: [ben.device],
    });
    await ann.api.acceptKey(ben.device);
    expect((await ann.catchUp()).results).toEqual([
      { seq: 2, committed: { epoch: 2, added: [ben.device], removed: [ben.device] } },
    ]);
    await lost.catchUp();
    await expectSameEpoch(ann, lost);
  });

  test('by a GroupInfo of another conversation, or a damaged one, is refused', async () => {
    const [server, , ben] = await groupOf(2);
    const groupInfo = server.groupInfo ?? '';
    const join = (conversation: string, text: string) =>
      ben.api.joinExternally(conversation, ben.nextCid(), text);
    await expect(join(uuid(0xc, 2), groupInfo)).rejects.toEqual(refused('tampered'));
    await expect(join(CONVERSATION, `${groupInfo.slice(0, -8)}AAAAAAAA`)).rejects.toEqual(
      refused('tampered'),
    );
    await expect(join(CONVERSATION, 'hello')).rejects.toEqual(refused('invalid'));
  });
});

describe('sending', () => {
  test('the same cid gives the same body in its epoch, and another one in the next', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cid = ann.nextCid();
    const first = await ann.api.encrypt(CONVERSATION, cid, utf8('hello'));
    await ann.restart();
    expect(await ann.api.encrypt(CONVERSATION, cid, utf8('hello'))).toEqual(first);
    await expect(ann.api.encrypt(CONVERSATION, cid, utf8('bye'))).rejects.toEqual(
      refused('cid-reused'),
    );
    await ben.commit();
    await Promise.all([ann.catchUp(), ben.catchUp()]);
    const again = await ann.api.encrypt(CONVERSATION, cid, utf8('hello'));
    expect(again.epoch).toBe(2);
    expect(again.body).not.toBe(first.body);
    server.append({ kind: 'message', by: ann, cid, body: again.body });
    expect((await ann.catchUp()).results).toEqual([{ seq: 3, own: cid, plaintext: utf8('hello') }]);
    expect(texts(await ben.catchUp())).toEqual(['hello']);
  });

  test('is padded: texts of up to 186 bytes look the same', async () => {
    const [, ann] = await groupOf(2);
    const bodies = await Promise.all(
      [0, 1, 100, 186].map((length) =>
        ann.api.encrypt(CONVERSATION, ann.nextCid(), new Uint8Array(length)),
      ),
    );
    expect(new Set(bodies.map(({ body }) => body.length)).size).toBe(1);
  });

  test('refuses what does not fit into a message', async () => {
    const [, ann] = await groupOf(2);
    const encrypt = (length: number) =>
      ann.api.encrypt(CONVERSATION, ann.nextCid(), new Uint8Array(length));
    await expect(encrypt(60_000)).rejects.toEqual(refused('too-large'));
    await expect(encrypt(44_000)).resolves.toMatchObject({ epoch: 1 });
  });

  test('a message that was not stored was not handed out, and its key is not used twice', async () => {
    const [, ann, ben] = await groupOf(2);
    const live = dieBeforeWriting();
    await expect(ann.api.encrypt(CONVERSATION, ann.nextCid(), utf8('lost'))).rejects.toEqual(
      refused('storage'),
    );
    live();
    await ann.say('kept');
    expect(texts(await ben.catchUp())).toEqual(['kept']);
  });

  test('many at once use one key each', async () => {
    const [, ann, ben] = await groupOf(2);
    await Promise.all(Array.from({ length: 20 }, (_, index) => ann.say(String(index))));
    const read = texts(await ben.catchUp());
    expect(new Set(read)).toEqual(new Set(Array.from({ length: 20 }, (_, index) => String(index))));
  });

  test('waits until devices are out that are gone or have other keys', async () => {
    const [, ann, ben, cleo] = await groupOf(3);
    await ann.api.trust([], [cleo.device]);
    await expect(ann.say('secret')).rejects.toEqual(refused('commit-needed', cleo.device));
    expect((await ann.members()).members.map(({ standing }) => standing)).toEqual([
      'current',
      'current',
      'former',
    ]);
    await ann.commit({ remove: [cleo.device] });
    await Promise.all([ann.catchUp(), ben.catchUp()]);
    await ann.say('secret');
    expect(texts(await ben.catchUp())).toEqual(['secret']);
  });
});

describe('reading', () => {
  test('a repeat answers the same until the app has it', async () => {
    const [server, ann, ben] = await groupOf(2);
    await ann.say('one');
    await ann.commit();
    await ann.catchUp();
    await ann.say('two');
    const entries = server.since(ben.seq, ben);
    const first = await ben.api.receive(CONVERSATION, entries);
    expect(texts(first)).toEqual(['one', 'epoch 2', 'two']);
    await ben.restart();
    expect(await ben.api.receive(CONVERSATION, entries)).toEqual(first);
    await ben.api.stored(CONVERSATION, 3);
    expect(texts(await ben.api.receive(CONVERSATION, entries))).toEqual([
      '!handed-out',
      '!handed-out',
      'two',
    ]);
  });

  test('that was not stored is done again', async () => {
    const [server, ann, ben] = await groupOf(2);
    await ann.say('one');
    await ann.commit();
    const entries = server.since(ben.seq, ben);
    const live = dieBeforeWriting();
    await expect(ben.api.receive(CONVERSATION, entries)).rejects.toEqual(refused('storage'));
    live();
    expect(texts(await ben.api.receive(CONVERSATION, entries))).toEqual(['one', 'epoch 2']);
  });

  test('takes messages of one sender that overtook each other, and none twice', async () => {
    const [server, ann, ben] = await groupOf(2);
    const [first, second] = [ann.nextCid(), ann.nextCid()];
    const one = await ann.api.encrypt(CONVERSATION, first, utf8('one'));
    const two = await ann.api.encrypt(CONVERSATION, second, utf8('two'));
    server.append({ kind: 'message', by: ann, cid: second, body: two.body });
    server.append({ kind: 'message', by: ann, cid: first, body: one.body });
    server.append({ kind: 'message', by: ann, cid: second, body: two.body });
    expect(texts(await ben.catchUp())).toEqual(['two', 'one', '!replayed']);
    expect(texts(await ann.catchUp())).toEqual(['two', 'one', '!state-lost']);
  });

  test('names what is wrong with an entry, and reads on', async () => {
    const [server, ann, ben, cleo] = await groupOf(3);
    const body = async (text: string) =>
      (await ann.api.encrypt(CONVERSATION, ann.nextCid(), utf8(text))).body;
    const append = (by: VirtualDevice, text: string) =>
      server.append({ kind: 'message', by, cid: by.nextCid(), body: text });
    const said = await body('hello');
    append(cleo, said);
    append(ann, `${said.slice(0, -4)}AAAA`);
    append(ann, said);
    append(ann, 'hello');
    append(ann, server.groupInfo ?? '');
    append(ann, '');
    expect(texts(await ben.catchUp())).toEqual([
      '!wrong-sender',
      '!tampered',
      'hello',
      '!not-a-message',
      '!not-a-message',
      '!not-a-message',
    ]);
  });

  test('tells how far its author had the log, which nobody can change', async () => {
    const [server, ann, ben] = await groupOf(2);
    const seen = { seq: 7, hash: toBase64Url(new Uint8Array(32).fill(9)) };
    const encrypted = (withSeen?: Seen) =>
      ann.api.encrypt(CONVERSATION, ann.nextCid(), utf8('hello'), withSeen);
    const append = (body: string) =>
      server.append({ kind: 'message', by: ann, cid: ann.nextCid(), body });
    const said = await encrypted(seen);
    const commitment = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8('hello')));
    append(claiming(said.body, encodeSigned({ commitment, seen: { ...seen, seq: 6 } })));
    append(claiming(said.body, encodeSigned({ commitment })));
    append(said.body);
    append((await encrypted()).body);
    const { results } = await ben.catchUp();
    expect(results).toMatchObject([
      { failed: 'tampered' },
      { failed: 'tampered' },
      { plaintext: utf8('hello'), seen },
      { plaintext: utf8('hello') },
    ]);
    expect(results[3]).not.toHaveProperty('seen');
  });

  test('refuses what its author has not committed himself to: it could not be reported', async () => {
    const [server, ann, ben] = await groupOf(2);
    const digest = crypto.subtle.digest.bind(crypto.subtle);
    const lying = vi.spyOn(crypto.subtle, 'digest').mockImplementation((algorithm, data) => {
      const isText = new TextDecoder().decode(data) === 'something mean';
      return digest(algorithm, isText ? utf8('something kind') : data);
    });
    const { body } = await ann.api.encrypt(CONVERSATION, ann.nextCid(), utf8('something mean'));
    lying.mockRestore();
    server.append({ kind: 'message', by: ann, cid: ann.nextCid(), body });
    await ann.say('sorry');
    expect(texts(await ben.catchUp())).toEqual(['!tampered', 'sorry']);
  });

  test('refuses commits that are damaged, relabelled or of another history, and stays usable', async () => {
    const [server, ann, ben, cleo] = await groupOf(3);
    const commit = await ann.api.commit(CONVERSATION, ann.nextCid(), {});
    const append = (by: VirtualDevice, body: unknown) =>
      server.append({ kind: 'mls.commit', by, cid: by.nextCid(), body: JSON.stringify(body) });
    append(cleo, { epoch: 1, commit: commit.commit });
    append(ann, { epoch: 2, commit: commit.commit });
    append(ann, { epoch: 1, commit: flipped(commit.commit) });
    append(ann, 'commit');
    append(ann, { epoch: 1, commit: server.groupInfo });
    expect(texts(await ben.catchUp())).toEqual([
      '!wrong-sender',
      '!not-a-message',
      '!tampered',
      '!not-a-message',
      '!not-a-message',
    ]);
    // A fork: what Ann is told has another first commit than what Ben is told.
    const fork = await ben.api.commit(CONVERSATION, ben.nextCid(), {});
    await server.take(ann, commit);
    expect(texts(await ann.catchUp()).at(-1)).toBe('epoch 2');
    append(ben, { epoch: 1, commit: fork.commit });
    append(ben, { epoch: 2, commit: asEpoch(fork.commit, 2n) });
    expect(texts(await ann.catchUp())).toEqual(['!epoch-unknown', '!tampered']);
    await ann.say('still here');
    expect(texts(await cleo.catchUp()).at(-1)).toBe('still here');
  });

  test('waits for a commit that is too large for the log, and takes no other for it', async () => {
    const [server, ann, ben, cleo] = await groupOf(3);
    await ann.say('before');
    server.areLarge = true;
    // Who made it has it.
    await ann.commit();
    expect(texts(await ann.catchUp()).at(-1)).toBe('epoch 2');
    await ann.say('after');
    const seq = server.log.length - 1;
    const waiting = { seq, why: 'claim-check' };
    const first = await ben.catchUp();
    expect(texts(first)).toEqual(['before']);
    expect(first.waiting).toEqual(waiting);
    const other = await cleo.api.commit(CONVERSATION, cleo.nextCid(), {});
    await ben.api.redeem(CONVERSATION, other.commit);
    expect((await ben.catchUp()).waiting).toEqual(waiting);
    await expect(ben.api.redeem(CONVERSATION, 'no base64url.')).rejects.toMatchObject({
      refusal: 'invalid',
    });
    const commit = server.large.get(seq) ?? '';
    await ben.api.redeem(CONVERSATION, commit);
    await ben.restart();
    expect((await ben.catchUp()).waiting).toEqual(waiting);
    await ben.api.redeem(CONVERSATION, commit);
    expect(texts(await ben.catchUp())).toEqual(['epoch 2', 'after']);
    // And whose own commit was late follows it all the same.
    expect((await cleo.catchUp()).waiting).toEqual(waiting);
    await cleo.api.redeem(CONVERSATION, commit);
    expect(texts(await cleo.catchUp())).toEqual(['epoch 2', 'after']);
    expect(await cleo.api.pending(CONVERSATION)).toBeUndefined();
  });

  test('needs no commit that it cannot follow, however large', async () => {
    const [server, ann] = await groupOf(1);
    server.areLarge = true;
    await ann.commit();
    await ann.catchUp();
    const ben = await new VirtualDevice(2, server).open();
    await Promise.all([ann.meet(ben), ben.meet(ann)]);
    expect((await ben.catchUp()).waiting).toEqual({ seq: 1, why: 'no-group' });
    await ann.commit({ add: [await ben.addition()] });
    await ann.catchUp();
    await ben.join();
    expect(texts(await ben.catchUp())).toEqual(Array(3).fill('!before-joining'));
  });

  test('does not follow a commit over one that is missing', async () => {
    const [server, ann, ben] = await groupOf(2);
    await ann.commit();
    await ann.catchUp();
    await ann.say('unheard');
    const [, unheard] = server.since(ben.seq, ben);
    expect(texts(await ben.api.receive(CONVERSATION, unheard ? [unheard] : []))).toEqual([
      '!epoch-unknown',
    ]);
  });

  test('wants entries in the order of the log', async () => {
    const [server, ann, ben] = await groupOf(2);
    await ann.say('one');
    await ann.say('two');
    const entries = server.since(ben.seq, ben).reverse();
    await expect(ben.api.receive(CONVERSATION, entries)).rejects.toEqual(refused('invalid'));
  });
});

describe('trust in devices', () => {
  test('an unknown device is named, and accepted when the server knows it', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cleo = await new VirtualDevice(3, server).open();
    await cleo.meet(ann);
    await ann.meet(cleo);
    const addition = await cleo.addition();
    await expect(ben.commit({ add: [addition] })).rejects.toEqual(
      refused('device-unknown', cleo.device),
    );
    await ann.commit({ add: [addition] });
    await expect(cleo.join()).rejects.toEqual(refused('device-unknown', ben.device));
    await cleo.meet(ben);
    await cleo.join();
    await ann.catchUp();
    await ann.say('hello');
    const waiting = { seq: 2, why: 'device-unknown', devices: [cleo.device] };
    expect(await ben.catchUp()).toEqual({ results: [], waiting });
    await ben.meet(cleo);
    expect(texts(await ben.catchUp())).toEqual(['epoch 2', 'hello']);
  });

  test('a device that is gone may be in a tree, and nobody speaks before it is out', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cleo = await new VirtualDevice(3, server).open();
    await ann.meet(cleo);
    await cleo.meet(ann);
    await ann.commit({ add: [await cleo.addition()] });
    await cleo.api.trust([], [ben.device]);
    await cleo.join();
    await expect(cleo.say('hello')).rejects.toEqual(refused('commit-needed', ben.device));
    await cleo.catchUp();
    await ann.catchUp();
    await cleo.commit({ remove: [ben.device] });
    await Promise.all([ann.catchUp(), cleo.catchUp()]);
    await cleo.say('hello');
    expect(texts(await ann.catchUp())).toEqual(['hello']);
  });

  test('what a device wrote that is gone is read with the key that it had', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cleo = await new VirtualDevice(3, server).open();
    await ann.meet(cleo);
    await ann.commit({ add: [await cleo.addition()] });
    await Promise.all([ann.catchUp(), ben.meet(cleo)]);
    await ben.catchUp();
    await cleo.api.trust([keyOf(ann)], [ben.device], [], [keyOf(ben)]);
    await cleo.join();
    await ben.say('before I sign out');
    expect(texts(await cleo.catchUp()).at(-1)).toBe('before I sign out');
    await cleo.restart();
    await expect(cleo.say('hello')).rejects.toEqual(refused('commit-needed', ben.device));
  });

  test('a key that nobody believed says nothing', async () => {
    const [server, ann, ben] = await groupOf(2);
    const cleo = await new VirtualDevice(3, server).open();
    await ann.meet(cleo);
    const elsewhere = { ...keyOf(ben), signatureKey: ann.signatureKey };
    await cleo.api.trust([keyOf(ann), elsewhere]);
    await ann.commit({ add: [await cleo.addition()] });
    await Promise.all([ann.catchUp(), cleo.join()]);
    await ben.meet(cleo);
    await ben.catchUp();
    await ben.say('it is me');
    expect(texts(await cleo.catchUp()).at(-1)).toBe('!key-unknown');
    await expect(cleo.say('hello')).rejects.toEqual(refused('commit-needed', ben.device));
  });

  test('a changed key is refused until it is accepted, and an account never changes', async () => {
    const [, ann, ben] = await groupOf(2);
    const changed = { ...keyOf(ben), signatureKey: ann.signatureKey };
    expect(await ann.api.trust([changed])).toMatchObject({ changed: [ben.device] });
    await ann.restart();
    expect(await ann.api.trust([keyOf(ben)])).toMatchObject({ changed: [] });
    const moved = { ...keyOf(ben), account: ann.account };
    expect(await ann.api.trust([moved])).toMatchObject({ changed: [ben.device] });
    await expect(ann.api.acceptKey(ben.device)).rejects.toEqual(refused('invalid', ben.device));
    await expect(ann.api.trust([{ ...keyOf(ben), signatureKey: 'short' }])).rejects.toEqual(
      refused('invalid'),
    );
  });

  test('what a device signed with its former key is still read', async () => {
    const [, ann, ben] = await groupOf(2);
    await ben.say('from before');
    await ann.api.trust([{ ...keyOf(ben), signatureKey: uuidKey() }]);
    await ann.api.acceptKey(ben.device);
    expect(texts(await ann.catchUp())).toEqual(['from before']);
    await expect(ann.say('secret')).rejects.toEqual(refused('commit-needed', ben.device));
  });
});

test('a refusal says nothing but its name and devices', () => {
  expect(new CryptoRefusal('storage').message).toBe('Refused: storage.');
  expect(new CryptoRefusal('commit-needed', ['one', 'two']).message).toBe(
    'Refused: commit-needed (one, two).',
  );
});

/** A key of 32 bytes. */
function uuidKey(): string {
  return 'A'.repeat(42) + 'A';
}

/** A commit with one bit of its signature turned. */
function flipped(text: string): string {
  const message = decodeMessage(text);
  if (message?.wireformat !== 'mls_public_message') {
    throw new Error('not a commit');
  }
  const { publicMessage } = message;
  const signature = Uint8Array.from(publicMessage.auth.signature);
  signature[0] = (signature[0] ?? 0) ^ 1;
  const auth = { ...publicMessage.auth, signature };
  return encodeMessage({ ...message, publicMessage: { ...publicMessage, auth } as never });
}

/** A message whose author is said to have had another log. */
function claiming(text: string, authenticatedData: Uint8Array): string {
  const message = decodeMessage(text);
  if (message?.wireformat !== 'mls_private_message') {
    throw new Error('not a message');
  }
  const privateMessage = { ...message.privateMessage, authenticatedData };
  return encodeMessage({ ...message, privateMessage });
}

/** A commit that says that it is of another epoch. */
function asEpoch(text: string, epoch: bigint): string {
  const message = decodeMessage(text);
  if (message?.wireformat !== 'mls_public_message') {
    throw new Error('not a commit');
  }
  const { publicMessage } = message;
  const content = { ...publicMessage.content, epoch };
  return encodeMessage({ ...message, publicMessage: { ...publicMessage, content } as never });
}
