import { expect, test } from 'vitest';
import { Outbox } from './outbox';
import type { OutboxItem } from './outbox-item';

const item = (cid: string, state: OutboxItem['state'], conversation = 'c'): OutboxItem => ({
  cid,
  conversation,
  state,
  body: '',
  createdAt: '',
});

const ready = (outbox: Outbox) => outbox.ready().map(({ cid }) => cid);

test('a message holds its place while its files are uploaded, and not while they are paused', () => {
  const outbox = new Outbox([
    item('files', 'uploading'),
    item('after', 'queued'),
    item('elsewhere', 'queued', 'd'),
  ]);
  expect(ready(outbox)).toEqual(['elsewhere']);
  outbox.change('files', { state: 'paused' });
  expect(ready(outbox)).toEqual(['after', 'elsewhere']);
  outbox.change('files', { state: 'queued', body: 'with digests' });
  expect(ready(outbox)).toEqual(['files', 'elsewhere']);
  expect(outbox.ready()[0]?.body).toBe('with digests');
});
