import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ServerFrame } from '@/lib/socket/frames';
import { conversationStream } from '@/lib/socket/streams';
import { VirtualDevice } from './testing/virtual-device';
import { VirtualServer } from './testing/virtual-server';

const HALF = () => 0.5;
const CONVERSATIONS = ['one', 'two'] as const;

const conversation = fc.constantFrom(...CONVERSATIONS);

const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('deliver-up' as const) }) },
  {
    weight: 8,
    arbitrary: fc.record({ do: fc.constant('deliver-down' as const), isDoubled: fc.boolean() }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('commit' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('accept' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('refuse' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('timer' as const) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('write' as const), conversation }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('other-writes' as const),
      conversation,
      isLost: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('cut' as const),
      code: fc.constantFrom(1001, 1006, 4401, 4408, 4429, 4440, 4500, 4503),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('network' as const), isOnline: fc.boolean() }),
  },
);

describe('whatever the network does', () => {
  test('the device ends with the log of the server, and each message in it once and in order', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const server = new VirtualServer();
        for (const id of CONVERSATIONS) {
          server.append(conversationStream(id), 'created');
        }
        const device = new VirtualDevice(server, HALF);
        const written: Record<string, string[]> = { one: [], two: [] };
        let texts = 0;

        for (const action of steps) {
          switch (action.do) {
            case 'deliver-up':
              device.deliverUp();
              break;
            case 'deliver-down':
              device.deliverDown(action.isDoubled);
              break;
            case 'commit':
              device.commit();
              break;
            case 'accept':
              device.acceptConnection();
              break;
            case 'refuse':
              device.refuseConnection();
              break;
            case 'timer':
              device.nextTimer();
              break;
            case 'write':
              texts += 1;
              written[action.conversation]?.push(String(texts));
              device.write(action.conversation, String(texts));
              break;
            case 'other-writes':
              server.append(conversationStream(action.conversation), 'hello', action);
              break;
            case 'cut':
              device.cut(action.code);
              break;
            case 'crash':
              device.crash();
              break;
            case 'network':
              device.network(action.isOnline);
          }
          neverAcknowledgesWhatIsNotStored(server, device);
        }

        calmDown(server, device);

        for (const id of CONVERSATIONS) {
          const stream = conversationStream(id);
          expect(device.storedLog(stream)).toEqual(server.log(stream));
          expect(server.ownBodies(stream)).toEqual(written[id]);
          expect(server.acknowledged[stream] ?? 0).toBe(server.log(stream).length);
        }
        expect(device.outbox).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The network becomes good; lost news are found by the reconnect that a server's sweep stands for. */
function calmDown(server: VirtualServer, device: VirtualDevice): void {
  device.network(true);
  device.cut(1001);
  for (let round = 0; round < 10_000; round++) {
    const moved =
      device.acceptConnection() ||
      device.deliverUp() ||
      device.deliverDown() ||
      device.commit() ||
      (!device.isQuiet() && device.nextTimer());
    neverAcknowledgesWhatIsNotStored(server, device);
    if (!moved) {
      return;
    }
  }
  throw new Error('it never becomes quiet');
}

function neverAcknowledgesWhatIsNotStored(server: VirtualServer, device: VirtualDevice): void {
  for (const id of CONVERSATIONS) {
    const stream = conversationStream(id);
    expect(server.acknowledged[stream] ?? 0).toBeLessThanOrEqual(device.storedLog(stream).length);
  }
}

function connected(): { server: VirtualServer; device: VirtualDevice } {
  const server = new VirtualServer();
  server.append(conversationStream('one'), 'created');
  const device = new VirtualDevice(server, HALF);
  calmDown(server, device);
  return { server, device };
}

function down(device: VirtualDevice, server: VirtualServer, frame: ServerFrame): void {
  server.connection?.down.push(frame);
  device.deliverDown();
}

describe('a refused message', () => {
  test('that can never be stored fails and lets the next one pass', () => {
    const { server, device } = connected();
    device.write('one', 'refused');
    device.write('one', 'next');
    const frame = server.connection?.up.shift();
    expect(frame).toMatchObject({ type: 'send', body: 'refused' });
    down(device, server, {
      type: 'error',
      re: frame?.type === 'send' ? frame.id : '',
      problem: { type: 'urn:parley:problem:forbidden', title: 'Forbidden', status: 403 },
      retry: 'never',
    });
    expect(device.outbox[0]).toMatchObject({ state: 'failed', problem: { status: 403 } });
    expect(server.connection?.up).toMatchObject([{ type: 'send', body: 'next' }]);
  });

  test('is sent again after the time the server named, and nothing overtakes it', () => {
    const { server, device } = connected();
    device.write('one', 'early');
    device.write('one', 'next');
    const frame = server.connection?.up.shift();
    down(device, server, {
      type: 'error',
      re: frame?.type === 'send' ? frame.id : '',
      problem: { type: 'urn:parley:problem:too-many-requests', title: 'Slow down', status: 429 },
      retry: 'after',
      afterMs: 3_000,
    });
    expect(server.connection?.up).toEqual([]);
    device.nextTimer();
    expect(device.now).toBe(3_000);
    expect(server.connection?.up).toMatchObject([{ type: 'send', body: 'early' }]);
  });
});

describe('the end of a connection', () => {
  test.each([
    [4403, 'refused'],
    [4406, 'outdated'],
    [4409, 'replaced'],
  ] as const)('with %i is quiet and final', (code, status) => {
    const { device } = connected();
    const { connects } = device;
    device.cut(code);
    expect(device.status).toBe(status);
    expect(device.nextTimer()).toBe(false);
    expect(device.connects).toBe(connects);
  });

  test('by another connection of this device is undone on request', () => {
    const { device } = connected();
    device.cut(4409);
    device.happen({ type: 'use-here' });
    expect(device.acceptConnection()).toBe(true);
  });

  test('is noticed when the server falls silent', () => {
    const { server, device } = connected();
    const { connects } = device;
    for (let beats = 0; beats < 4; beats++) {
      if (server.connection !== undefined) {
        server.connection.up = [];
      }
      device.nextTimer();
    }
    device.nextTimer();
    expect(device.connects).toBeGreaterThan(connects);
  });

  test('offline waits for the network instead of a timer', () => {
    const { device } = connected();
    device.network(false);
    expect(device.status).toBe('offline');
    expect(device.nextTimer()).toBe(false);
    device.network(true);
    expect(device.acceptConnection()).toBe(true);
  });
});

test('what was read while away is told at the next connection', () => {
  const { server, device } = connected();
  device.network(false);
  device.read('one', 1);
  calmDown(server, device);
  expect(server.reads.get('one')).toBe(1);
});
