import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { MlsDevice } from './support/mls-device.js';
import { useOwnParley, type OwnParley } from './support/own-parley.js';
import { newName } from './support/person.js';

/** As many as want to change the group at once. */
const COMMITTERS = 20;

/** So many epochs go by before an instance dies, and after it. */
const EPOCHS = 8;

interface Claimed {
  items: { account: string; device: string; keyPackage: string }[];
}

const parley = useOwnParley('committers', {}, 3);

test('of twenty who commit at once one wins each epoch, while instances die, and the group goes on', async () => {
  const devices = await devicesOf(parley());
  const group = await groupOf(devices);
  let epoch = 1;
  const reaches = async (wanted: number) => {
    await expect.poll(() => epoch, { timeout: 100_000 }).toBeGreaterThanOrEqual(wanted);
  };
  const dying = async () => {
    for (const instance of [1, 2]) {
      await reaches(EPOCHS * instance);
      await parley().kill(instance);
    }
    await reaches(EPOCHS * 3);
    return epoch;
  };
  const over = dying();
  let isOver = false;
  const ends = over.finally(() => {
    isOver = true;
  });
  await Promise.all(
    devices.map(async (device) => {
      while (!isOver) {
        await device.readsOn(group);
        epoch = Math.max(epoch, await commit(device, group));
      }
    }),
  );
  await ends;

  const all = await Promise.all(
    devices.map(async (device) => {
      await device.readsOn(group);
      return device.api.members(group);
    }),
  );
  expect(new Set(all.map(({ epochAuthenticator }) => epochAuthenticator)).size).toBe(1);
  expect(new Set(all.map(({ members }) => members.length))).toEqual(new Set([COMMITTERS]));
  const last = all[0]?.epoch ?? 0;
  expect(last).toBeGreaterThanOrEqual(EPOCHS * 3);
  expect(await epochsOf(devices[0], group)).toEqual(Array.from({ length: last }, (_, i) => i));
  await everybodyReads(devices, group);
});

/** Twenty people, each asking the instances in another order. */
async function devicesOf({ urls }: OwnParley): Promise<MlsDevice[]> {
  const devices: MlsDevice[] = [];
  for (let i = 0; i < COMMITTERS; i += 1) {
    const first = i % urls.length;
    const [home = '', ...others] = [...urls.slice(first), ...urls.slice(0, first)];
    devices.push(await MlsDevice.of(home, newName(`committer${i}`), true, ...others));
  }
  return devices;
}

async function groupOf(devices: MlsDevice[]): Promise<string> {
  const [first, ...others] = devices;
  if (first === undefined) {
    throw new Error('nobody');
  }
  const people = others.map(({ account }) => account);
  const { id } = await first.call<{ id: string }>('POST', '/groups', {
    name: 'Committers',
    kind: 'e2ee',
    members: people,
  });
  await Promise.all(devices.map((device) => device.learns(id)));
  await first.api.create(id);
  const path = `/conversations/${id}/key-packages/claims`;
  const { items } = await first.call<Claimed>('POST', path, { people });
  const adding = await first.api.commit(id, first.newCid(), { add: items });
  expect(await first.commits(id, adding)).toBe(1);
  await Promise.all(
    others.map(async (device) => {
      const { welcome } = await device.call<{ welcome: string }>(
        'GET',
        `/conversations/${id}/welcome`,
      );
      await device.api.join(id, welcome);
    }),
  );
  return id;
}

/** Tries to end the epoch. The one that it is in then, as far as it knows. */
async function commit(device: MlsDevice, group: string): Promise<number> {
  const mine = await device.api.commit(group, device.newCid(), {});
  try {
    return await device.commits(group, mine);
  } catch (error) {
    expect(String(error)).toMatch(/409.*epoch-conflict/);
    return mine.epoch;
  }
}

/** The epochs that the commits in the log were made in. */
async function epochsOf(device: MlsDevice | undefined, group: string): Promise<number[]> {
  const epochs: number[] = [];
  let after = 0;
  for (;;) {
    const page = await device?.call<{
      entries: { seq: number; kind: string; body: string }[];
      more: boolean;
    }>('GET', `/conversations/${group}/entries?after=${after}&limit=100`);
    for (const { seq, kind, body } of page?.entries ?? []) {
      after = seq;
      if (kind === 'mls.commit') {
        epochs.push((JSON.parse(body) as { epoch: number }).epoch);
      }
    }
    if (page?.more !== true) {
      return epochs;
    }
  }
}

/** What one says over a socket, all others read in the log. */
async function everybodyReads(devices: MlsDevice[], group: string): Promise<void> {
  const [first, ...others] = devices;
  const text = 'All here';
  await first?.says(group, text);
  for (const device of others) {
    const [message] = await device.readsOn(group);
    expect(message).toHaveProperty('plaintext');
    const { plaintext } = message as { plaintext: Uint8Array };
    expect(new TextDecoder().decode(plaintext)).toBe(text);
  }
}
