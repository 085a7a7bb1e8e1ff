import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Conversation, ConversationMember } from '@/lib/api/types';
import type { ClientFrame, Entry } from '@/lib/socket/frames';
import { LocalStorage } from '@/lib/storage/local-storage';
import { entryHash, GENESIS } from './entry-hash';
import type { Change } from './replica-changes';
import { noBackup, noGroups } from './testing/no-groups';
import { SyncEngine } from './sync-engine';

const ID = '00000000-0000-7000-8000-000000000001';
const STREAM = `c/${ID}` as const;
const GENERATION = '00000000-0000-7000-8000-00000000000f';

/** The server's end of the socket. */
class Wire extends EventTarget {
  readonly sent: ClientFrame[] = [];
  isClosed = false;

  send(text: string): void {
    this.sent.push(...text.split('\n').map((line) => JSON.parse(line) as ClientFrame));
  }

  close(): void {
    this.isClosed = true;
  }

  open(): void {
    this.dispatchEvent(new Event('open'));
  }

  say(frame: object): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }

  end(code: number): void {
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

async function chain(length: number): Promise<Entry[]> {
  const entries: Entry[] = [];
  let hash = GENESIS;
  for (let seq = 1; seq <= length; seq++) {
    const entry = { stream: STREAM, seq, kind: 'message', at: '', by: 'amy', hash: '', body: '{}' };
    hash = await entryHash(hash, entry);
    entries.push({ ...entry, hash });
  }
  return entries;
}

function conversation(head: number): Conversation {
  return {
    id: ID,
    kind: 'sealed',
    type: 'direct',
    createdAt: '2026-11-21T00:00:00.000Z',
    members: [
      { id: 'me', username: 'me', joinedSeq: 1 },
      { id: 'amy', username: 'amy', joinedSeq: 1 },
    ],
    joinedSeq: 1,
    head,
    watermarks: [],
    notifications: 'all',
  };
}

describe('the engine', () => {
  let storage: LocalStorage;
  let wires: Wire[];
  let changes: Change[];
  let conversations: Conversation[];
  /** What the server says when it is asked about one conversation. */
  let answer: Conversation;
  let members: ConversationMember[];
  let membersAsked: number;
  let engine: SyncEngine;

  function newEngine(): SyncEngine {
    return new SyncEngine({
      account: 'me',
      device: 'device',
      url: 'ws://localhost/api/socket',
      server: {
        issueTicket: () => Promise.resolve('ticket'),
        conversations: () => Promise.resolve(conversations),
        conversation: () => Promise.resolve(answer),
        members: () => {
          membersAsked += 1;
          return Promise.resolve(members);
        },
        person: (id) => Promise.resolve({ id, username: id }),
      },
      storage,
      groups: noGroups,
      backup: noBackup,
      openSocket: () => {
        const wire = new Wire();
        wires.push(wire);
        return wire;
      },
      isOnline: () => true,
      now: () => performance.now(),
      random: () => 0,
      clock: () => Date.now(),
      onChange: (change) => changes.push(change),
      onEnded: vi.fn(),
    });
  }

  async function connect(number: number, heads: Record<string, number>): Promise<Wire> {
    const wire = await vi.waitFor(() => {
      const found = wires[number];
      if (found === undefined) {
        throw new Error('not connected yet');
      }
      return found;
    });
    wire.open();
    wire.say({
      type: 'welcome',
      re: '1',
      connection: 'c',
      generation: GENERATION,
      at: '',
      heads,
      window: 64,
      heartbeat: 25,
      limits: { frameBytes: 131_072, bodyBytes: 65_536, inFlight: 16 },
      lines: true,
    });
    return wire;
  }

  async function storedSeqs(): Promise<number[]> {
    const row = await storage.log.row(STREAM);
    return (await storage.log.entries(STREAM, row.floor, row.cursor)).map(({ seq }) => seq);
  }

  beforeEach(async () => {
    storage = await LocalStorage.open('engine');
    wires = [];
    changes = [];
    conversations = [];
    answer = conversation(0);
    members = [];
    membersAsked = 0;
    engine = newEngine();
  });

  async function restart(): Promise<void> {
    engine.stop();
    await engine.settled();
    engine = newEngine();
    await engine.start();
  }

  afterEach(async () => {
    engine.stop();
    await engine.settled();
    storage.close();
    await LocalStorage.wipe('engine');
  });

  test('begins near the end on a first visit, and stores before it acknowledges', async () => {
    const entries = await chain(80);
    conversations = [conversation(80)];
    await engine.start();
    const wire = await connect(0, { [STREAM]: 80 });
    expect(wire.sent[0]).toMatchObject({ type: 'hello', cursors: { [STREAM]: 30 } });
    wire.say({ type: 'entries', stream: STREAM, entries: entries.slice(30) });
    await vi.waitFor(() => {
      expect(wire.sent).toContainEqual({ type: 'ack', cursors: { [STREAM]: 80 } });
    });
    expect(await storedSeqs()).toHaveLength(50);
  });

  test('fetches older entries and checks that they fit', async () => {
    const entries = await chain(60);
    conversations = [conversation(60)];
    await engine.start();
    const wire = await connect(0, { [STREAM]: 60 });
    wire.say({ type: 'entries', stream: STREAM, entries: entries.slice(10) });
    await engine.settled();
    engine.handle({ type: 'fetch-older', stream: STREAM, before: 11, limit: 100 });
    const fetch = await vi.waitFor(() => {
      const sent = wire.sent.find((frame) => frame.type === 'fetch');
      expect(sent).toBeDefined();
      return sent;
    });
    expect(fetch).toMatchObject({ before: 11, limit: 100 });
    wire.say({ type: 'ok', re: fetch?.id, entries: entries.slice(0, 10), more: false });
    await engine.settled();
    expect(await storedSeqs()).toHaveLength(60);
    const row = await storage.log.row(STREAM);
    expect(row.floor).toBe(0);
    expect(row.brokenAt).toBeUndefined();
  });

  test('asks again when an entry does not continue the chain, then takes it and says so', async () => {
    const [first, second] = await chain(2);
    const forged = { ...second, body: '{"forged":true}' };
    await engine.start();
    const wire = await connect(0, { [STREAM]: 2 });
    wire.say({ type: 'entries', stream: STREAM, entries: [first] });
    wire.say({ type: 'entries', stream: STREAM, entries: [forged] });
    await vi.waitFor(() => expect(wire.isClosed).toBe(true));
    expect(await storedSeqs()).toEqual([1]);

    const again = await connect(1, { [STREAM]: 2 });
    again.say({ type: 'entries', stream: STREAM, entries: [forged] });
    await vi.waitFor(() => expect(again.isClosed).toBe(true));

    const third = await connect(2, { [STREAM]: 2 });
    third.say({ type: 'entries', stream: STREAM, entries: [forged] });
    await vi.waitFor(async () => expect(await storedSeqs()).toEqual([1, 2]));
    expect(await storage.log.row(STREAM)).toMatchObject({ brokenAt: 2 });
  });

  test('forgets the log and keeps the outbox when the server was restored', async () => {
    const entries = await chain(2);
    await storage.outbox.add({
      cid: 'mine',
      conversation: ID,
      body: '{}',
      createdAt: '',
      state: 'stored',
      seq: 9,
    });
    await engine.start();
    const wire = await connect(0, { [STREAM]: 2 });
    wire.say({ type: 'entries', stream: STREAM, entries });
    await engine.settled();
    wire.end(4450);
    const again = await connect(1, { [STREAM]: 0 });
    expect(again.sent[0]).toMatchObject({ type: 'hello', cursors: {} });
    expect(changes).toContainEqual({ type: 'reset' });
    expect(again.sent).toContainEqual(expect.objectContaining({ type: 'send', cid: 'mine' }));
  });

  test('hears of a new conversation through the own stream', async () => {
    const stream = `u/${ID}` as const;
    const body = JSON.stringify({ conversation: ID, joinedSeq: 1 });
    const entry = { stream, seq: 1, kind: 'conversation.opened', at: '', hash: '', body };
    await engine.start();
    const wire = await connect(0, { [stream]: 1 });
    wire.say({ type: 'entry', ...entry, hash: await entryHash(GENESIS, entry) });
    await vi.waitFor(async () => {
      expect(await storage.directory.get(ID)).toBeDefined();
    });
  });

  describe('in a group', () => {
    const settings = {
      posting: 'members',
      inviting: 'members',
      pinning: 'members',
      editing: 'members',
      approval: false,
      disappearing: 0,
    } as const;

    /** A log of such entries, whole. */
    async function log(...told: [kind: string, body: unknown][]): Promise<Entry[]> {
      const entries: Entry[] = [];
      let hash = GENESIS;
      for (const [index, [kind, body]] of told.entries()) {
        const entry = {
          stream: STREAM,
          seq: index + 1,
          kind,
          at: '',
          by: 'amy',
          hash: '',
          body: JSON.stringify(body),
        };
        hash = await entryHash(hash, entry);
        entries.push({ ...entry, hash });
      }
      return entries;
    }

    function group(head: number, more: Partial<Conversation> = {}): Conversation {
      return {
        ...conversation(head),
        type: 'group',
        name: 'Walks',
        memberCount: 2,
        role: 'member',
        settings,
        members: [],
        ...more,
      };
    }

    beforeEach(() => {
      members = [
        { id: 'me', username: 'me', role: 'member', joinedSeq: 1 },
        { id: 'amy', username: 'amy', role: 'owner', joinedSeq: 1 },
      ];
    });

    test('asks for the members once, and follows them on the log', async () => {
      conversations = [group(1)];
      const entries = await log(
        ['conversation.created', { type: 'group' }],
        ['member.joined', { account: 'ben', role: 'member', how: 'added' }],
        ['conversation.changed', { name: 'Hikes' }],
        ['member.role', { account: 'me', role: 'admin' }],
      );
      await engine.start();
      const wire = await connect(0, { [STREAM]: 4 });
      wire.say({ type: 'entries', stream: STREAM, entries });
      await vi.waitFor(async () => {
        const known = await storage.directory.get(ID);
        expect(known).toMatchObject({ name: 'Hikes', role: 'admin', memberCount: 3 });
        expect(known?.members.map(({ username }) => username)).toEqual(['me', 'amy', 'ben']);
      });

      // A later start with an answer from before the rename changes nothing.
      await restart();
      await connect(1, { [STREAM]: 4 });
      await engine.settled();
      const known = await storage.directory.get(ID);
      expect(known).toMatchObject({ name: 'Hikes', role: 'admin' });
      expect(known?.members).toHaveLength(3);
      expect(membersAsked).toBe(1);
    });

    test('learns that it is over, by the own stream or by the last entry', async () => {
      conversations = [group(1)];
      const entries = await log(
        ['conversation.created', { type: 'group' }],
        ['member.removed', { account: 'me', banned: false }],
      );
      await engine.start();
      const wire = await connect(0, { [STREAM]: 2 });
      wire.say({ type: 'entries', stream: STREAM, entries });
      await vi.waitFor(async () => {
        expect((await storage.directory.get(ID))?.leftSeq).toBe(2);
      });
    });

    test('who comes back is a member again, with the people of now', async () => {
      conversations = [group(2, { leftSeq: 2, memberCount: undefined, settings: undefined })];
      answer = group(9, { joinedSeq: 9, name: 'Hikes' });
      const stream = `u/${ID}` as const;
      const body = JSON.stringify({ conversation: ID, joinedSeq: 9 });
      const entry = { stream, seq: 1, kind: 'conversation.opened', at: '', hash: '', body };
      await engine.start();
      const wire = await connect(0, { [stream]: 1 });
      wire.say({ type: 'entry', ...entry, hash: await entryHash(GENESIS, entry) });
      await vi.waitFor(async () => {
        const known = await storage.directory.get(ID);
        expect(known).toMatchObject({ name: 'Hikes', joinedSeq: 9 });
        expect(known?.leftSeq).toBeUndefined();
        expect(known?.members).toHaveLength(2);
      });
    });
  });

  test('sends what is asked of it before it has begun', async () => {
    const item = {
      cid: 'mine',
      conversation: ID,
      body: '{}',
      createdAt: '',
      state: 'queued',
    } as const;
    await storage.directory.put([conversation(0)]);
    await storage.outbox.add(item);
    engine.handle({ type: 'enqueued', item });
    await engine.start();
    const wire = await connect(0, {});
    expect(wire.sent.filter((frame) => frame.type === 'send')).toHaveLength(1);
  });

  test('keeps a conversation encrypted when the server says that it is not', async () => {
    await storage.directory.put([{ ...conversation(0), kind: 'e2ee' }]);
    conversations = [conversation(1)];
    await storage.log.begin(STREAM, 0, 0);
    await engine.start();
    await vi.waitFor(async () => {
      expect(await storage.directory.get(ID)).toMatchObject({ head: 1, kind: 'e2ee' });
    });
  });
});
