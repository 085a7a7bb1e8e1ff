import { expect, test } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { lastToEdit } from './message-facts';
import { foldMessages } from './message-fold';

const AT = '2026-11-21T09:00:00.000Z';

function said(seq: number, by: string, content: unknown): Entry {
  const body = JSON.stringify(content);
  return { stream: 'c/one', seq, kind: 'message', by, at: AT, hash: '', body };
}

const text = (words: string) => ({ type: 'text', text: words });

function toEdit(entries: readonly Entry[], outbox: readonly OutboxItem[] = []): unknown {
  const { rows } = foldMessages({ account: 'me', entries, outbox });
  return lastToEdit(rows, 'me')?.seq;
}

test('an arrow up changes the newest own words, whatever others said after them', () => {
  expect(toEdit([])).toBeUndefined();
  expect(toEdit([said(1, 'amy', text('hi'))])).toBeUndefined();
  const entries = [
    said(1, 'me', text('one')),
    said(2, 'me', text('two')),
    said(3, 'amy', text('hi')),
  ];
  expect(toEdit(entries)).toBe(2);
});

test('an arrow up changes no older words while the newest are on their way', () => {
  const waiting: OutboxItem = {
    cid: 'a',
    conversation: 'one',
    body: JSON.stringify(text('two')),
    createdAt: AT,
    state: 'queued',
  };
  expect(toEdit([said(1, 'me', text('one'))], [waiting])).toBeUndefined();
});
