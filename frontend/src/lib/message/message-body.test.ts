import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { browserIds } from '@/lib/id/uuid-v7';
import { isShown, readBody, writeBody, type Written } from './message-body';

const target = fc.integer({ min: 1, max: 1_000 });

const written: fc.Arbitrary<Written> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text: fc.string({ unit: 'grapheme' }) }),
  fc.record({ type: fc.constant('text' as const), text: fc.string(), replyTo: target }),
  fc.record({
    type: fc.constant('text' as const),
    text: fc.string(),
    request: fc.record({
      chain: target,
      address: fc.constant(`0x${'a'.repeat(40)}`),
      shares: fc.tuple(
        fc.record({
          account: fc.uuid(),
          amount: fc.bigInt(1n, 2n ** 256n - 1n).map((amount) => amount.toString()),
        }),
      ),
    }),
  }),
  fc.record({
    type: fc.constant('edit' as const),
    target,
    text: fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== ''),
  }),
  fc.record({
    type: fc.constant('reaction' as const),
    target,
    emoji: fc.constantFrom('👍', '❤️', '👩🏽‍🚀', '🇫🇷', '🏴󠁧󠁢󠁳󠁣󠁴󠁿'),
    on: fc.boolean(),
  }),
  fc.record({ type: fc.constant('pin' as const), target, on: fc.boolean() }),
);

test('what is written is what is read', () => {
  fc.assert(
    fc.property(written, (content) => {
      expect(readBody(writeBody(content, browserIds))).toEqual(content);
    }),
  );
});

test('a request for payment that makes no sense leaves the words', () => {
  const body = JSON.stringify({ type: 'text', text: 'Please pay', request: { chain: 'main' } });
  expect(readBody(body)).toEqual({ type: 'text', text: 'Please pay' });
});

test('the same text never has the same body', () => {
  const yes: Written = { type: 'text', text: 'yes' };
  expect(writeBody(yes, browserIds)).not.toBe(writeBody(yes, browserIds));
});

test('any body at all can be read', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      expect(['text', 'unsupported', 'void']).toContain(readBody(body).type);
    }),
  );
  expect(readBody(undefined)).toEqual({ type: 'erased' });
});

describe('a body against the rules', () => {
  test.each([
    [{ type: 'edit', target: 3, text: 5 }],
    [{ type: 'edit', target: 3, text: ' ' }],
    [{ type: 'edit', text: 'no target' }],
    [{ type: 'edit', target: 9, text: 'a target that came later' }],
    [{ type: 'edit', target: 1.5, text: 'half a message' }],
    [{ type: 'reaction', target: 3, emoji: 'yes', on: true }],
    [{ type: 'reaction', target: 3, emoji: '👍👍', on: true }],
    [{ type: 'reaction', target: 3, emoji: '👍'.repeat(10_000), on: true }],
    [{ type: 'reaction', target: 3, emoji: '👍', on: 'true' }],
    [{ type: 'reaction', target: -1, emoji: '👍', on: true }],
    [{ type: 'pin', target: '3', on: true }],
  ])('%j changes nothing and is not shown', (body) => {
    const content = readBody(JSON.stringify(body), 9);
    expect(content).toEqual({ type: 'void' });
    expect(isShown(content)).toBe(false);
  });

  test.each([['[]'], ['null'], ['7'], ['{'], ['{"type":"poll"}'], ['{"type":"text","text":7}']])(
    '%s is shown as unsupported',
    (body) => {
      expect(readBody(body)).toEqual({ type: 'unsupported' });
    },
  );

  test('keeps the text without an answer to the future, or mentions that are none', () => {
    const body = JSON.stringify({
      type: 'text',
      text: 'hi @amy',
      replyTo: 12,
      mentions: [
        { account: 'amy', from: 3, length: 4 },
        { account: 'amy', from: 3, length: 5 },
        { account: 'amy', from: 0, length: 2 },
        { account: 7, from: 3, length: 4 },
        null,
      ],
    });
    expect(readBody(body, 9)).toEqual({
      type: 'text',
      text: 'hi @amy',
      mentions: [{ account: 'amy', from: 3, length: 4 }],
    });
  });
});
