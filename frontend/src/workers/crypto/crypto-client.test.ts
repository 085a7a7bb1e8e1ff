import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { actionNames } from './actions';
import type { CallReply, CallRequest, Channel } from './calls';
import { CryptoApi } from './crypto-api';
import { clientOf } from './crypto-client';
import { CryptoRefusal } from './refusal';
import { serve } from './serve';
import { CONVERSATION, uuid, virtualLocks } from './testing/virtual-group';
import { waitForLock } from './worker-lock';

/** A worker on the same thread: what passes is copied, as by a real one. */
function virtualWorker(): Channel & { hasEnded: boolean; fail: () => void } {
  const api = new CryptoApi({ now: () => Date.now(), lock: virtualLocks() });
  const events = new EventTarget();
  return {
    hasEnded: false,
    postMessage(request: CallRequest) {
      void serve(api, actionNames, structuredClone(request), {
        postMessage: (reply: CallReply, transfer: Transferable[]) => {
          const data = structuredClone(reply, { transfer });
          events.dispatchEvent(new MessageEvent('message', { data }));
        },
      });
    },
    terminate() {
      this.hasEnded = true;
    },
    addEventListener: events.addEventListener.bind(events),
    fail: () => events.dispatchEvent(new Event('error')),
  };
}

test('the client speaks to the worker, and refusals keep their names', async () => {
  const client = clientOf(virtualWorker());
  await expect(client.pruneKeyPackages()).rejects.toEqual(new CryptoRefusal('not-open'));
  const opened = await client.open(uuid(0xa, 1), uuid(0xd, 1));
  expect(opened.isNew).toBe(true);
  expect((await client.makeKeyPackages(2, true)).keyPackages).toHaveLength(2);
  expect(await client.pruneKeyPackages()).toEqual({ available: 2, lastResort: true });
  await client.create(CONVERSATION);
  const commit = await client.commit(CONVERSATION, uuid(1, 1), {});
  const body = JSON.stringify({ epoch: 0, commit: commit.commit });
  const by = { by: uuid(0xa, 1), device: uuid(0xd, 1) };
  await client.receive(CONVERSATION, [{ seq: 1, kind: 'mls.commit', ...by, body }]);
  const cid = uuid(1, 2);
  const plaintext = Uint8Array.of(1, 2, 3);
  const sent = await client.encrypt(CONVERSATION, cid, plaintext);
  const entry = { seq: 2, kind: 'message', ...by, cid, body: sent.body } as const;
  expect(await client.receive(CONVERSATION, [entry])).toEqual({
    results: [{ seq: 2, own: cid, plaintext }],
  });
  await expect(client.commit(CONVERSATION, cid, { remove: [uuid(0xd, 9)] })).rejects.toEqual(
    new CryptoRefusal('not-a-member', [uuid(0xd, 9)]),
  );
});

test('a call that the worker does not know, or fails at, is refused without a word', async () => {
  const replies: CallReply[] = [];
  const port = { postMessage: (reply: CallReply) => void replies.push(reply) };
  const api = new CryptoApi({
    now: () => Date.now(),
    lock: () => Promise.reject(new Error('secret')),
  });
  const unknown = { name: 'constructor', given: [] };
  await serve(api, actionNames, { id: 1, action: unknown }, port);
  const open = { name: 'open', given: [uuid(0xa, 1), uuid(0xd, 1)] };
  await serve(api, actionNames, { id: 2, action: open }, port);
  expect(replies).toEqual([
    { id: 1, kind: 'refused', refusal: 'invalid', devices: [] },
    { id: 2, kind: 'refused', refusal: 'storage', devices: [] },
  ]);
});

test('calls end with the worker', async () => {
  const worker = virtualWorker();
  const client = clientOf(worker);
  const waiting = client.open(uuid(0xa, 2), uuid(0xd, 2));
  worker.fail();
  await expect(waiting).rejects.toEqual(new CryptoRefusal('not-open'));
  await expect(client.pruneKeyPackages()).rejects.toEqual(new CryptoRefusal('not-open'));
  expect(worker.hasEnded).toBe(true);
});

test('the lock of the browser is held until it is given back', async () => {
  let isHeld = false;
  const locks = {
    request: async (_name: string, { signal }: LockOptions, held: () => Promise<void>) => {
      if (isHeld) {
        await new Promise((_resolve, reject) =>
          signal?.addEventListener('abort', () => reject(signal.reason as Error)),
        );
      }
      isHeld = true;
      await held();
      isHeld = false;
    },
  } as unknown as Pick<LockManager, 'request'>;
  const release = await waitForLock(locks, 'one');
  expect(await waitForLock(locks, 'one', 10)).toBeUndefined();
  release?.();
  await expect.poll(() => isHeld).toBe(false);
  expect(await waitForLock(locks, 'one')).toBeTypeOf('function');
});
