import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { FIRST, SECOND } from './support/environment.js';
import { MlsDevice } from './support/mls-device.js';
import { newName } from './support/person.js';

interface Claimed {
  items: { account: string; device: string; keyPackage: string }[];
}

test('what the crypto worker makes is what the server takes, and all devices end in one group', async () => {
  const amy = await MlsDevice.of(FIRST, newName('amy'), true);
  const ben = await MlsDevice.of(SECOND, newName('ben'), true);
  await amy.call('PUT', `/people/${ben.account}/request`, {});
  await ben.call('PUT', `/people/${amy.account}/request/answer`, { answer: 'accept' });
  const { id } = await amy.call<{ id: string }>('POST', '/conversations', {
    kind: 'e2ee',
    member: ben.account,
  });

  // Amy begins the group, and Ben is welcome in it.
  await amy.learns(id);
  await amy.api.create(id);
  const { items } = await amy.call<Claimed>('POST', `/conversations/${id}/key-packages/claims`, {
    people: [ben.account],
  });
  const first = await amy.api.commit(id, amy.newCid(), { add: items });
  expect(await amy.commits(id, first)).toBe(1);
  expect(await amy.reads(id)).toMatchObject([{ own: first.cid, committed: { epoch: 1 } }]);
  await ben.learns(id);
  const { welcome } = await ben.call<{ welcome: string }>('GET', `/conversations/${id}/welcome`);
  expect(await ben.api.join(id, welcome)).toEqual({ epoch: 1 });

  // A second device of Ben's joins by itself.
  const phone = await MlsDevice.of(FIRST, ben.name, false);
  await Promise.all([amy, ben, phone].map((device) => device.learns(id)));
  const { groupInfo } = await phone.call<{ groupInfo: string }>('GET', `/conversations/${id}/mls`);
  const joining = await phone.api.joinExternally(id, phone.newCid(), groupInfo);
  expect(await phone.commits(id, joining)).toBe(2);
  await Promise.all([amy, ben, phone].map((device) => device.reads(id)));

  // Ben renews his keys, and the commit for an epoch that is over is refused.
  const late = await amy.api.commit(id, amy.newCid(), {});
  expect(await ben.commits(id, await ben.api.commit(id, ben.newCid(), {}))).toBe(3);
  await expect(amy.commits(id, late)).rejects.toThrow(/409.*epoch-conflict/);
  await Promise.all([amy, ben, phone].map((device) => device.reads(id)));
  const all = await Promise.all([amy, ben, phone].map((device) => device.api.members(id)));
  expect(all.map(({ epoch }) => epoch)).toEqual([3, 3, 3]);
  expect(new Set(all.map(({ epochAuthenticator }) => epochAuthenticator)).size).toBe(1);

  // The phone is taken out, and is told so.
  const removal = await ben.api.commit(id, ben.newCid(), { remove: [phone.device] });
  expect(await ben.commits(id, removal)).toBe(4);
  expect((await amy.reads(id)).at(-1)).toMatchObject({ committed: { removed: [phone.device] } });
  await phone.reads(id);
  await expect(phone.api.members(id)).rejects.toMatchObject({ refusal: 'no-group' });
});
