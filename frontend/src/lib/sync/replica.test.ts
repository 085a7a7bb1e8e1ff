import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { BrowserBackup } from '@/lib/backup/browser-backup';
import type { Entry } from '@/lib/socket/frames';
import { LocalStorage } from '@/lib/storage/local-storage';
import { Replica, type ReplicaOptions } from './replica';
import { unreadCount } from './replica-state';

const ACCOUNT = '00000000-0000-7000-8000-0000000000a1';
const OTHER = '00000000-0000-7000-8000-0000000000a2';
const ONE = '00000000-0000-7000-8000-0000000000c1';
const STREAM = `c/${ONE}` as const;
const NOW = Date.parse('2026-11-21T09:00:00.000Z');

const unused = () => {
  throw new Error('This tab does not lead.');
};
const options: ReplicaOptions = {
  account: ACCOUNT,
  device: 'device',
  url: '',
  server: {
    issueTicket: unused,
    conversations: unused,
    conversation: unused,
    members: unused,
    person: unused,
  },
  groups: {
    get keeper() {
      return unused();
    },
    close: () => undefined,
    forget: () => Promise.resolve(),
  },
  openSocket: unused,
  isOnline: () => false,
  now: () => 0,
  clock: () => NOW,
  random: () => 0,
  backup: new BrowserBackup(ACCOUNT),
  ids: { now: () => NOW, randomBytes: (bytes) => bytes },
  onEnded: unused,
};

function entry(seq: number, body: unknown, more: Partial<Entry> = {}): Entry {
  return {
    stream: STREAM,
    seq,
    kind: 'message',
    by: OTHER,
    at: '2026-11-21T08:59:00.000Z',
    hash: '',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...more,
  };
}

const text = (words: string) => ({ type: 'text', text: words });

/** What a tab shows that opens on a device where this is stored. */
async function opened(entries: Entry[], own: Entry[] = []): Promise<Replica> {
  const storage = await LocalStorage.open(ACCOUNT);
  await storage.log.append(STREAM, entries, false);
  await storage.log.append(`u/${ACCOUNT}`, own, false);
  storage.close();
  return Replica.open(options);
}

function newest(replica: Replica) {
  return replica.store.getState().streams.get(STREAM);
}

beforeEach(() => {
  // Another tab leads, for good.
  vi.stubGlobal('navigator', { locks: { request: () => new Promise(() => undefined) } });
});

afterEach(async () => {
  await LocalStorage.wipe(ACCOUNT);
  vi.unstubAllGlobals();
});

test('a tab that opens knows the newest message, its edit, and what is unread', async () => {
  const log = [
    entry(1, text('one')),
    entry(2, text('two')),
    entry(3, { type: 'edit', target: 2, text: 'two!' }),
    entry(4, { type: 'reaction', target: 1, emoji: '👍', on: true }),
  ];
  const replica = await opened(log);
  expect(newest(replica)).toMatchObject({ lastMessage: log[1], lastEdit: log[2] });
  expect(unreadCount(replica.store.getState(), ONE)).toBe(2);
  replica.close();
});

test.each([
  ['was hidden', entry(2, text('two')), [2]],
  ['has disappeared', entry(2, undefined, { expiresAt: '2026-11-21T08:59:59.000Z' }), []],
])('what %s is not the newest message', async (_what, last, seqs) => {
  const hide = { conversation: ONE, seqs };
  const replica = await opened(
    [entry(1, text('one')), last],
    [entry(1, hide, { stream: `u/${ACCOUNT}`, kind: 'messages.hidden' })],
  );
  expect(newest(replica)?.lastMessage?.seq).toBe(1);
  replica.close();
});

test('an edit that was erased with its message leaves the message as the newest', async () => {
  const replica = await opened([
    entry(1, text('one')),
    entry(2, { type: 'edit', target: 1, text: 'one!' }),
    entry(3, { seqs: [1, 2] }, { kind: 'message.purged' }),
  ]);
  expect(newest(replica)?.lastMessage).toMatchObject({ seq: 1 });
  expect(newest(replica)?.lastMessage?.body).toBeUndefined();
  replica.close();
});
