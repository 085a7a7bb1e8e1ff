import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toBase64Url } from '@/lib/id/base64url';
import {
  decodeMessage,
  decodeSigned,
  encodeSigned,
  isUuid,
  parseCommitBody,
  strictBase64Url,
  uuidBytes,
} from './codec';
import { credentialOf, identityOf } from './identity';
import { contentSize, paddedSize } from './padding';
import { CryptoRefusal } from './refusal';

describe('padding', () => {
  test('never shrinks, costs at most an eighth, and grows with the length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000 }), (length) => {
        const size = paddedSize(length);
        expect(size).toBeGreaterThanOrEqual(Math.max(length, 256));
        expect(size).toBeLessThanOrEqual(Math.max(256, length * 1.125));
        expect(paddedSize(length + 1)).toBeGreaterThanOrEqual(size);
        expect(paddedSize(size)).toBe(size);
      }),
    );
  });

  test('leaves few sizes', () => {
    const sizes = new Set(Array.from({ length: 48_000 }, (_, length) => paddedSize(length)));
    expect(sizes.size).toBeLessThan(128);
  });

  test('counts what surrounds the text', () => {
    expect(contentSize(new Uint8Array(186))).toBe(256);
    expect(contentSize(new Uint8Array(187))).toBeGreaterThan(256);
  });
});

describe('what the author of a message signs', () => {
  const commitment = new Uint8Array(32).fill(1);

  test('is what was written, and any other bytes are refused', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.option(fc.integer({ min: 1 }), { nil: undefined }),
        (bytes, seq) => {
          const hash = toBase64Url(Uint8Array.from(bytes));
          const seen = seq === undefined ? undefined : { seq, hash };
          const signed = { commitment, ...(seen && { seen }) };
          expect(decodeSigned(encodeSigned(signed))).toEqual(signed);
        },
      ),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        fc.pre(bytes.length !== 32 && bytes.length !== 72);
        expect(decodeSigned(bytes)).toBeUndefined();
      }),
    );
    expect(decodeSigned(new Uint8Array(72))).toBeUndefined();
    expect(decodeSigned(new Uint8Array(72).fill(255))).toBeUndefined();
    for (const seen of [
      { seq: 0, hash: toBase64Url(new Uint8Array(32)) },
      { seq: 1, hash: toBase64Url(new Uint8Array(31)) },
    ]) {
      expect(() => encodeSigned({ commitment, seen })).toThrow(new CryptoRefusal('invalid'));
    }
  });
});

describe('texts from outside', () => {
  test('base64url is taken in one form only', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(strictBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['A', 'AB=', 'AB+/', ' AAA', 'AAA\n', 'AB', undefined, 3]) {
      expect(strictBase64Url(text)).toBeUndefined();
    }
  });

  test('any bytes are a message or are not, and nothing is thrown', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.integer({ min: 0, max: 6 }),
        (bytes, kind) => {
          const framed = Uint8Array.of(0, 1, 0, kind, ...bytes);
          for (const candidate of [bytes, framed]) {
            const message = decodeMessage(toBase64Url(candidate));
            expect(message === undefined || typeof message.wireformat === 'string').toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any text is the body of a commit or is not', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const parsed = parseCommitBody(text);
        expect(parsed === undefined || parsed.epoch >= 0).toBe(true);
      }),
    );
    expect(parseCommitBody('{"epoch":3,"commit":"AA","more":1}')).toEqual({
      epoch: 3,
      commit: 'AA',
    });
    for (const body of [
      '{"epoch":-1,"commit":""}',
      '{"epoch":1.5,"commit":""}',
      '{"epoch":1}',
      '[]',
      'null',
    ]) {
      expect(parseCommitBody(body)).toBeUndefined();
    }
  });

  test('an identity has one form', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.uuid(), (account, device) => {
        expect(identityOf(credentialOf({ account, device }))).toEqual({ account, device });
        expect(uuidBytes(account)).toHaveLength(16);
      }),
    );
    const id = '00000000-0000-7000-8000-00000000000a';
    for (const text of [
      '',
      id,
      `${id}/`,
      `${id}/${id}/`,
      `${id}/${id.toUpperCase()}`,
      ` ${id}/${id}`,
    ]) {
      const identity = new TextEncoder().encode(text);
      expect(identityOf({ credentialType: 'basic', identity })).toBeUndefined();
    }
    expect(identityOf({ credentialType: 'basic', identity: Uint8Array.of(0xff) })).toBeUndefined();
    expect(identityOf({ credentialType: 'x509', certificates: [] })).toBeUndefined();
    expect(isUuid(id.toUpperCase())).toBe(false);
  });
});
