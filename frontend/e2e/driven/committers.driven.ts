import 'fake-indexeddb/auto';
import { existsSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EntryResult, Members } from '../../src/workers/crypto/model.js';
import { Committer, type Claimed, type Granted } from '../support/committer.js';
import { FIRST, HOME, SECOND } from '../support/environment.js';
import { MlsDevice } from '../support/mls-device.js';
import { newName } from '../support/person.js';

/** Each one with a device; the last ones have a second one. */
const PEOPLE = 14;
const COMMITTERS = 20;

/** Somebody without a device who is in the conversation, and reads what the server keeps of it. */
const WITNESS = process.env.PARLEY_WITNESS ?? '';

/**
 * `CommittersIT` starts this, and kills instances meanwhile. In this folder it finds `group`, the id
 * of the conversation, once its group has begun, and at the end `report`: what was promised. When it
 * has seen enough it makes `over` there.
 */
const FOLDER = join(HOME, 'committers');

test('twenty committers end in one group, in which everybody reads everybody', async () => {
  const devices = await devicesOfPeople();
  const { group, began } = await groupOf(devices);
  const committers = devices.map((device, number) => new Committer(device, number, group));
  await tell('group', group);
  await Promise.all(
    committers.map(async (committer) => {
      while (!existsSync(join(FOLDER, 'over'))) {
        await committer.moves();
      }
    }),
  );
  for (const committer of committers) {
    await committer.isInside();
  }

  const states = await Promise.all(
    devices.map(async (device) => {
      await device.readsOn(group);
      return device.api.members(group);
    }),
  );
  requireOneGroup(states, devices);
  await everybodyReadsEverybody(devices, group);
  await tell(
    'report',
    JSON.stringify({
      epoch: states[0]?.epoch,
      granted: [began, ...committers.flatMap(({ granted }) => granted)],
      late: sum(committers.map(({ late }) => late)),
      brokenOff: sum(devices.map(({ brokenOff }) => brokenOff)),
    }),
  );
});

/** Half of them ask the first instance, half of them the other one. */
async function devicesOfPeople(): Promise<MlsDevice[]> {
  const devices: MlsDevice[] = [];
  for (let i = 0; i < COMMITTERS; i += 1) {
    const homes = i % 2 === 0 ? ([FIRST, SECOND] as const) : ([SECOND, FIRST] as const);
    const owner = i < PEOPLE ? i : i - (COMMITTERS - PEOPLE);
    const name = devices[owner]?.name ?? newName('committer');
    devices.push(await MlsDevice.of(homes[0], name, owner === i, homes[1]));
  }
  return devices;
}

/** A group with all of these devices, and the commit that began it. */
async function groupOf(devices: readonly MlsDevice[]): Promise<{ group: string; began: Granted }> {
  const [first, ...others] = devices as [MlsDevice, ...MlsDevice[]];
  const people = [...new Set(others.map(({ account }) => account))];
  const { id } = await first.call<{ id: string }>('POST', '/groups', {
    name: 'Committers',
    kind: 'e2ee',
    members: [...people, WITNESS],
  });
  await Promise.all(devices.map((device) => device.learns(id)));
  await first.api.create(id);
  const path = `/conversations/${id}/key-packages/claims`;
  const { items } = await first.call<Claimed>('POST', path, { people });
  const adding = await first.api.commit(id, first.newCid(), { add: items });
  const { epoch, seq } = await first.gives(id, adding, 'home');
  expect(epoch).toBe(1);
  return {
    group: id,
    began: { epoch, seq, kind: 'addition', device: first.device, cid: adding.cid },
  };
}

/** They are in the same epoch with the same secrets, and nobody else is. */
function requireOneGroup(states: readonly Members[], devices: readonly MlsDevice[]): void {
  expect(new Set(states.map(({ epoch }) => epoch)).size).toBe(1);
  expect(new Set(states.map(({ epochAuthenticator }) => epochAuthenticator)).size).toBe(1);
  const everybody = devices.map(({ device }) => device).sort();
  for (const { members } of states) {
    expect(members.map(({ device }) => device).sort()).toEqual(everybody);
  }
}

async function everybodyReadsEverybody(
  devices: readonly MlsDevice[],
  group: string,
): Promise<void> {
  for (const device of devices) {
    await device.says(group, `${device.device} is here`);
  }
  const texts = devices.map(({ device }) => `${device} is here`);
  for (const device of devices) {
    const { results } = await device.readsOn(group);
    expect(results.map(textOf)).toEqual(texts);
  }
}

function textOf(result: EntryResult): unknown {
  return 'plaintext' in result ? new TextDecoder().decode(result.plaintext) : result;
}

/** Writes a file that is whole as soon as it is there. */
async function tell(name: string, text: string): Promise<void> {
  const file = join(FOLDER, name);
  await writeFile(`${file}.new`, text);
  await rename(`${file}.new`, file);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}
