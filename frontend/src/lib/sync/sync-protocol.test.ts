import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Entry, ServerFrame } from '@/lib/socket/frames';
import { conversationStream } from '@/lib/socket/streams';
import type { SyncEffect } from './sync-events';
import { VirtualDevice } from './testing/virtual-device';
import { VirtualServer } from './testing/virtual-server';

const HALF = () => 0.5;
const SCHEDULES = 3_000;
/** Thousands of schedules take seconds, on a busy machine many. */
const PATIENCE_MS = 120_000;
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
    arbitrary: fc.record({
      do: fc.constant('purge' as const),
      conversation,
      seq: fc.integer({ min: 2, max: 12 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('restore' as const),
      length: fc.integer({ min: 1, max: 12 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('network' as const), isOnline: fc.boolean() }),
  },
);

/** What the device makes of an effect; every mistake but the last is one that must be found. */
type Mistake = (effect: SyncEffect) => SyncEffect[];

const RIGHT: Mistake = (effect) => [effect];

const whateverHappens = (mistake: () => Mistake, schedules: number) =>
  fc.check(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const server = new VirtualServer();
      for (const id of CONVERSATIONS) {
        server.append(conversationStream(id), 'created');
      }
      const device = new VirtualDevice(server, HALF, mistake());
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
          case 'purge':
            server.purge(conversationStream(action.conversation), action.seq);
            break;
          case 'cut':
            device.cut(action.code);
            break;
          case 'crash':
            device.crash();
            break;
          case 'network':
            device.network(action.isOnline);
            break;
          case 'restore':
            server.restore(action.length);
            device.cut(1006);
            for (const id of CONVERSATIONS) {
              written[id] = stillThere(server, device, id);
            }
        }
        neverAcknowledgesWhatIsNotStored(server, device);
      }

      calmDown(server, device);

      for (const id of CONVERSATIONS) {
        const stream = conversationStream(id);
        expect(seen(device.storedLog(stream))).toEqual(seen(server.log(stream)));
        expect(server.ownBodies(stream)).toEqual(written[id]);
        expect(server.acknowledged[stream] ?? 0).toBe(server.log(stream).length);
      }
      expect(device.outbox).toEqual([]);
    }),
    { numRuns: schedules, endOnFailure: true },
  );

/** What people see of a log: the entries in their order, without what was erased later. */
function seen(log: readonly Entry[]): Entry[] {
  const erased = new Set(
    log
      .filter(({ kind }) => kind === 'message.purged')
      .flatMap(({ body }) => (JSON.parse(body ?? '') as { seqs: number[] }).seqs),
  );
  return log.map(({ body, ...entry }) =>
    body === undefined || erased.has(entry.seq) ? entry : { ...entry, body },
  );
}

/** Of what the person wrote, what a restored log has and what is still in the outbox. */
function stillThere(server: VirtualServer, device: VirtualDevice, id: string): string[] {
  const bodies = server.ownBodies(conversationStream(id));
  const waiting = device.outbox.filter(({ conversation }) => conversation === id);
  return [...bodies, ...waiting.map(({ body }) => body).filter((body) => !bodies.includes(body))];
}

describe('whatever the network does', () => {
  test(
    'the device ends with the log of the server, and each message in it once and in order',
    () => {
      const result = whateverHappens(() => RIGHT, SCHEDULES);
      expect(result.failed, fc.defaultReportMessage(result)).toBe(false);
      expect(result.numRuns).toBe(SCHEDULES);
    },
    PATIENCE_MS,
  );

  test.each<[string, () => Mistake]>([
    [
      'acknowledges before it has stored',
      () => (effect) =>
        effect.type === 'append'
          ? [
              {
                type: 'send',
                connection: 0,
                frame: {
                  type: 'ack',
                  cursors: { [effect.stream]: effect.entries.at(-1)?.seq ?? 0 },
                },
              },
              effect,
            ]
          : [effect],
    ],
    [
      'sends a message once and never again',
      () => {
        const sent = new Set<string>();
        return (effect) => {
          if (effect.type !== 'send' || effect.frame.type !== 'send') {
            return [effect];
          }
          const isFirst = !sent.has(effect.frame.cid);
          sent.add(effect.frame.cid);
          return isFirst ? [effect] : [];
        };
      },
    ],
    [
      'sends a message again under another key',
      () => {
        const sent = new Set<string>();
        return (effect) => {
          if (effect.type !== 'send' || effect.frame.type !== 'send') {
            return [effect];
          }
          const { cid } = effect.frame;
          const frame = sent.has(cid) ? { ...effect.frame, cid: `${cid}, again` } : effect.frame;
          sent.add(cid);
          return [{ ...effect, frame }];
        };
      },
    ],
    [
      'loses the first entry of a page',
      () => (effect) =>
        effect.type === 'append' && effect.entries.length > 1
          ? [{ ...effect, entries: effect.entries.slice(1) }]
          : [effect],
    ],
    [
      'says that it has what it has not',
      () => (effect) => {
        if (effect.type !== 'send' || effect.frame.type !== 'hello') {
          return [effect];
        }
        const cursors = Object.fromEntries(
          Object.entries(effect.frame.cursors).map(([stream, seq]) => [stream, seq + 1]),
        );
        return [{ ...effect, frame: { ...effect.frame, cursors } }];
      },
    ],
    [
      'keeps its log when the server was restored',
      () => (effect) => (effect.type === 'resync' ? [] : [effect]),
    ],
  ])(
    'a device that %s is found out',
    (_, mistake) => {
      expect(whateverHappens(mistake, 10 * SCHEDULES).failed).toBe(true);
    },
    PATIENCE_MS,
  );
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
    const refusedAt = device.now;
    device.nextTimer();
    expect(device.now).toBe(refusedAt + 3_000);
    expect(server.connection?.up).toMatchObject([{ type: 'send', body: 'early' }]);
  });
});

describe('acknowledgements', () => {
  const ONE = conversationStream('one');

  function stores(server: VirtualServer, device: VirtualDevice, entries: number): void {
    for (let i = 0; i < entries; i++) {
      server.append(ONE, 'hello');
      device.deliverDown();
      device.commit();
    }
  }

  test('of a lone entry goes out at once, those behind it together', () => {
    const { server, device } = connected();
    stores(server, device, 1);
    expect(server.connection?.up).toEqual([{ type: 'ack', cursors: { [ONE]: 2 } }]);
    stores(server, device, 5);
    expect(server.connection?.up).toHaveLength(1);
    device.nextTimer();
    expect(server.connection?.up.at(-1)).toEqual({ type: 'ack', cursors: { [ONE]: 7 } });
    expect(server.connection?.up).toHaveLength(2);
  });

  test('of many entries do not wait', () => {
    const { server, device } = connected();
    stores(server, device, 17);
    expect(server.connection?.up.at(-1)).toEqual({ type: 'ack', cursors: { [ONE]: 18 } });
    expect(server.connection?.up).toHaveLength(2);
  });

  test('that wait go along with the next thing that is said', () => {
    const { server, device } = connected();
    stores(server, device, 3);
    device.write('two', 'mine');
    expect(server.connection?.up.slice(-2)).toMatchObject([
      { type: 'send', body: 'mine' },
      { type: 'ack', cursors: { [ONE]: 4 } },
    ]);
  });

  test('that waited are not told to the next connection, whose hello tells them', () => {
    const { server, device } = connected();
    stores(server, device, 3);
    device.cut(1001);
    calmDown(server, device);
    expect(server.acknowledged[ONE]).toBe(4);
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

  test('whose session is over leads to the question for a ticket at once', () => {
    const over = connected();
    down(over.device, over.server, {
      type: 'bye',
      code: 4401,
      resume: true,
      reason: 'revoked',
      why: 'the session has ended',
    });
    over.device.cut(4401);
    expect(over.device.pauses.at(-1)).toBe(0);
    const ticketOnly = connected();
    ticketOnly.device.cut(4401);
    expect(ticketOnly.device.pauses.at(-1)).toBeGreaterThan(0);
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
