import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { browserIds } from '@/lib/id/uuid-v7';
import { readBody, textBody } from './message-content';

test('what is written is what is read', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(readBody(textBody(text, browserIds))).toEqual({ type: 'text', text });
    }),
  );
});

test('the same text never has the same body', () => {
  expect(textBody('yes', browserIds)).not.toBe(textBody('yes', browserIds));
});

test('any body at all can be read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(['text', 'unsupported']).toContain(readBody(body).type);
    }),
  );
  expect(readBody(undefined)).toEqual({ type: 'erased' });
});
