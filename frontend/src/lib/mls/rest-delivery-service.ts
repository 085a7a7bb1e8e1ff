import { call } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { Schemas } from '@/lib/api/types';
import type { DeliveryService, MemberDevices } from './delivery-service';

/** The server finds no more former devices in one request. */
const ASKED_AT_ONCE = 50;

function together(pages: readonly Schemas['MemberDevices'][]): MemberDevices {
  const accounts = new Map(
    pages.flatMap((page) => page.accounts).map(({ account, key }) => [account, key]),
  );
  return {
    devices: pages
      .flatMap((page) => page.items)
      .map(({ account, device, signatureKey, statement }) => ({
        account,
        device,
        signatureKey,
        statement,
      })),
    accounts: Array.from(accounts, ([account, key]) => ({ account, key })),
  };
}

/** The delivery service as the server offers it over REST. */
export const restDeliveryService: DeliveryService = {
  register: (signatureKey) => call({ method: 'PUT', path: '/device-key', body: { signatureKey } }),
  stock: () => call({ method: 'GET', path: '/key-packages' }),
  publish: (keyPackages) => call({ method: 'POST', path: '/key-packages', body: keyPackages }),
  devices: async (conversation) => {
    const pages: Schemas['MemberDevices'][] = [];
    let after = '';
    do {
      const page = await call<Schemas['MemberDevices']>({
        method: 'GET',
        path: `/conversations/${conversation}/devices${after}`,
      });
      pages.push(page);
      after = page.next === undefined ? '' : `?after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    return together(pages);
  },
  formerDevices: async (conversation, devices) => {
    const pages: Schemas['MemberDevices'][] = [];
    for (let from = 0; from < devices.length; from += ASKED_AT_ONCE) {
      const wanted = devices.slice(from, from + ASKED_AT_ONCE);
      const query = wanted.map((device) => `device=${encodeURIComponent(device)}`).join('&');
      const path = `/conversations/${conversation}/former-devices?${query}`;
      pages.push(await call({ method: 'GET', path }));
    }
    return together(pages);
  },
  claim: async (conversation, people) => {
    const { items } = await call<Schemas['ClaimedKeyPackages']>({
      method: 'POST',
      path: `/conversations/${conversation}/key-packages/claims`,
      body: { people },
    });
    return items;
  },
  groupInfo: async (conversation) => {
    const group = await call<Schemas['GroupEpoch'] | undefined>({
      method: 'GET',
      path: `/conversations/${conversation}/mls`,
    });
    return group?.groupInfo;
  },
  welcome: async (conversation) => {
    const waiting = await call<Schemas['Welcome'] | undefined>({
      method: 'GET',
      path: `/conversations/${conversation}/welcome`,
    });
    return waiting?.welcome;
  },
  dropWelcome: (conversation) =>
    call({ method: 'DELETE', path: `/conversations/${conversation}/welcome` }),
  largeCommit: async (conversation, seq) => {
    const { commit } = await call<Schemas['LargeCommit']>({
      method: 'GET',
      path: `/conversations/${conversation}/commits/${seq}`,
    });
    return commit;
  },
  commit: async (conversation, { cid, epoch, commit, groupInfo, welcomes }) => {
    try {
      await call({
        method: 'POST',
        path: `/conversations/${conversation}/commits`,
        idempotencyKey: cid,
        body: { epoch, commit, groupInfo, welcomes },
      });
      return true;
    } catch (error) {
      if (error instanceof ApiProblem && error.slug === 'epoch-conflict') {
        return false;
      }
      throw error;
    }
  },
};
