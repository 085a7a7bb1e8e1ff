import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BadFrame, decodeFrame } from './decode-frame';

const STREAM = 'c/00000000-0000-7000-8000-000000000001';
const entry = { stream: STREAM, seq: 1, kind: 'message', at: 'now', hash: 'h', body: '{}' };

describe('a frame', () => {
  test('with one entry is read like one with many', () => {
    expect(decodeFrame(JSON.stringify({ type: 'entry', ...entry }))).toEqual({
      type: 'entries',
      stream: STREAM,
      entries: [entry],
    });
    const { stream, ...rest } = entry;
    expect(decodeFrame(JSON.stringify({ type: 'entries', stream, entries: [rest] }))).toEqual({
      type: 'entries',
      stream: STREAM,
      entries: [entry],
    });
  });

  test('may hold a tombstone, or an entry that disappears', () => {
    const { body, ...tombstone } = entry;
    const expiresAt = '2026-11-21T03:01:02.000Z';
    for (const each of [tombstone, { ...tombstone, expiresAt }, { ...entry, expiresAt, body }]) {
      expect(decodeFrame(JSON.stringify({ type: 'entry', ...each }))).toEqual({
        type: 'entries',
        stream: STREAM,
        entries: [each],
      });
    }
  });

  test('of an unknown type is passed over, and unknown fields are ignored', () => {
    expect(decodeFrame('{"type":"fireworks"}')).toBeNull();
    expect(
      decodeFrame('{"type":"bye","code":4401,"resume":true,"reason":"revoked","why":"over"}'),
    ).toEqual({ type: 'bye', code: 4401, resume: true, reason: 'revoked', why: 'over' });
    expect(decodeFrame('{"type":"pong","n":1,"at":"now","mood":"good"}')).toEqual({
      type: 'pong',
      n: 1,
    });
  });

  test('may tell what holds for a moment', () => {
    const signal = { type: 'signal', kind: 'typing', stream: STREAM, by: 'amy', ttl: 6 };
    expect(decodeFrame(JSON.stringify(signal))).toEqual(signal);
    expect(() => decodeFrame(JSON.stringify({ ...signal, ttl: -1 }))).toThrow(BadFrame);
    const present = { ...signal, kind: 'presence', stream: 'u/amy', state: 'away' };
    expect(decodeFrame(JSON.stringify({ ...present, stream: STREAM }))).toMatchObject({
      state: 'away',
    });
    expect(decodeFrame(JSON.stringify({ ...signal, state: 'dancing' }))).toEqual(signal);
  });

  test.each([
    '',
    '[]',
    'null',
    '{}',
    '{"type":"pong"}',
    '{"type":"pong","n":"1"}',
    '{"type":"pong","n":-1}',
    `{"type":"live","stream":"x/1","seq":1}`,
    `{"type":"entries","stream":"${STREAM}","entries":[]}`,
    '{"type":"error","retry":"never"}',
  ])('%s breaks the protocol', (text) => {
    expect(() => decodeFrame(text)).toThrow(BadFrame);
  });

  test('is never anything worse than bad', () => {
    const types = [
      'welcome',
      'entry',
      'entries',
      'live',
      'gap',
      'marks',
      'signal',
      'ok',
      'error',
      'bye',
    ];
    const frame = fc.record({
      type: fc.constantFrom(...types),
      rest: fc.dictionary(fc.string(), fc.json()),
    });
    fc.assert(
      fc.property(frame, ({ type, rest }) => {
        try {
          decodeFrame(JSON.stringify({ ...rest, type }));
        } catch (error) {
          expect(error).toBeInstanceOf(BadFrame);
        }
      }),
    );
  });
});
