import { describe, expect, it } from 'vitest';
import type { Entry } from '@/lib/socket/frames';
import { tipIn } from './tip-entry';

const SAID = {
  tip: 'a',
  state: 'confirming',
  payer: 'p',
  recipient: 'r',
  address: '0x1',
  chain: 31337,
  symbol: 'ETH',
  decimals: 18,
  amount: '12345678901234567890',
  confirmations: 2,
  needed: 3,
};

function entry(body: string, kind = 'tip'): Entry {
  return { stream: 'c/x', seq: 1, kind, at: '2026-11-22T00:00:00.000Z', hash: 'h', body };
}

describe('the tip of an entry', () => {
  it('keeps every unit', () => {
    const facts = tipIn(entry(JSON.stringify(SAID)));
    expect(facts?.units).toBe(12345678901234567890n);
    expect(facts?.state).toBe('confirming');
    expect(facts?.hash).toBeUndefined();
  });

  it('is none where something is missing, wrong or of a later version', () => {
    for (const wrong of [
      { state: 'blessed' },
      { amount: '0' },
      { amount: '1.5' },
      { amount: 5 },
      { decimals: 37 },
      { chain: -1 },
      { confirmations: 1.5 },
      { tip: undefined },
      { token: 'PARL' },
    ]) {
      expect(tipIn(entry(JSON.stringify({ ...SAID, ...wrong })))).toBeUndefined();
    }
    expect(tipIn(entry('no JSON'))).toBeUndefined();
    expect(tipIn(entry('null'))).toBeUndefined();
    expect(tipIn(entry(JSON.stringify(SAID), 'message'))).toBeUndefined();
  });

  it('names a token, the wallet that paid and the request only when they can be that', () => {
    const address = `0x${'b'.repeat(40)}`;
    expect(
      tipIn(entry(JSON.stringify({ ...SAID, token: address, from: address, request: 7 }))),
    ).toMatchObject({ token: address, from: address, request: 7 });
    const facts = tipIn(entry(JSON.stringify({ ...SAID, from: 'me', request: -7 })));
    expect([facts?.from, facts?.request]).toEqual([undefined, undefined]);
  });

  it('names a transaction only when it can be one', () => {
    const hash = `0x${'a'.repeat(64)}`;
    expect(tipIn(entry(JSON.stringify({ ...SAID, hash })))?.hash).toBe(hash);
    expect(
      tipIn(entry(JSON.stringify({ ...SAID, hash: 'javascript:alert(1)' })))?.hash,
    ).toBeUndefined();
  });
});
