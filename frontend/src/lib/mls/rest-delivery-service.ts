import { call } from '@/lib/api/client';
import { ApiProblem } from '@/lib/api/problem';
import type { Schemas } from '@/lib/api/types';
import type { DeliveryService } from './delivery-service';

/** The delivery service as the server offers it over REST. */
export const restDeliveryService: DeliveryService = {
  register: (signatureKey) => call({ method: 'PUT', path: '/device-key', body: { signatureKey } }),
  stock: () => call({ method: 'GET', path: '/key-packages' }),
  publish: (keyPackages) => call({ method: 'POST', path: '/key-packages', body: keyPackages }),
  devices: async (conversation) => {
    const devices: Schemas['MemberDevice'][] = [];
    const accounts = new Map<string, string>();
    let after = '';
    do {
      const page = await call<Schemas['MemberDevices']>({
        method: 'GET',
        path: `/conversations/${conversation}/devices${after}`,
      });
      devices.push(...page.items);
      page.accounts.forEach(({ account, key }) => accounts.set(account, key));
      after = page.next === undefined ? '' : `?after=${encodeURIComponent(page.next)}`;
    } while (after !== '');
    return {
      devices: devices.map(({ account, device, signatureKey, statement }) => ({
        account,
        device,
        signatureKey,
        statement,
      })),
      accounts: Array.from(accounts, ([account, key]) => ({ account, key })),
    };
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
