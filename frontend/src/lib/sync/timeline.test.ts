import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import { LocalStorage } from '@/lib/storage/local-storage';
import { Timeline } from './timeline';

const STREAM = 'c/00000000-0000-7000-8000-000000000001';

let storage: LocalStorage;

beforeEach(async () => {
  storage = await LocalStorage.open('account');
});

afterEach(async () => {
  storage.close();
  await LocalStorage.wipe('account');
});

test('shows what was read of an entry that it had loaded before it was read', async () => {
  const entry: Entry = {
    stream: STREAM,
    seq: 1,
    kind: 'message',
    at: '2026-11-22T00:00:00.000Z',
    hash: '',
    body: 'AAEAA-as-it-came',
  };
  const { row } = await storage.log.append(STREAM, [entry], false);
  const timeline = new Timeline(STREAM, storage.log);
  await timeline.load();
  const entries = await storage.log.keepRead(STREAM, [{ seq: 1, text: 'hello' }], 1);
  await timeline.apply({ type: 'appended', row, entries });
  expect(timeline.store.getState().entries.map(({ body }) => body)).toEqual(['hello']);
});
