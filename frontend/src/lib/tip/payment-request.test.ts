import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_UNITS } from './amount';
import {
  equalShares,
  LONGEST_WORDS,
  paymentLink,
  readRequest,
  shareState,
  totalOf,
  type PaymentRequest,
} from './payment-request';
import type { TipFacts } from './tip-entry';

const ADDRESS = '0x8617E340B3D01FA5F11F306F4090FD50E238070D';
const TOKEN = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';
const REQUEST: PaymentRequest = {
  chain: 31337,
  address: ADDRESS,
  words: 'Pizza',
  shares: [
    { account: 'ann', amount: '34' },
    { account: 'ben', amount: '33' },
  ],
};
const TIP: TipFacts = {
  id: 'tip',
  at: '2026-11-22T12:00:00.000Z',
  state: 'final',
  payer: 'ann',
  recipient: 'cat',
  address: ADDRESS,
  chain: 31337,
  symbol: 'ETH',
  decimals: 18,
  units: 34n,
  request: 7,
  confirmations: 3,
  needed: 3,
};

describe('a request for payment', () => {
  it('is read as it was written', () => {
    const written: unknown = JSON.parse(JSON.stringify({ ...REQUEST, token: TOKEN }));
    expect(readRequest(written)).toEqual({ ...REQUEST, token: TOKEN });
    expect(totalOf(REQUEST)).toBe(67n);
  });

  it('is none where anything of it is not what it should be', () => {
    const [first] = REQUEST.shares;
    for (const wrong of [
      { chain: 0 },
      { chain: 1.5 },
      { chain: '1' },
      { token: 'PARL' },
      { token: null },
      { address: 'ethereum:0x0' },
      { address: undefined },
      { shares: [] },
      { shares: {} },
      { shares: [first, first] },
      { shares: [null] },
      { shares: [{ account: 'ann', amount: 34 }] },
      { shares: [{ account: 'ann', amount: '0' }] },
      { shares: [{ account: 'ann', amount: '-1' }] },
      { shares: [{ account: 'ann', amount: (MOST_UNITS + 1n).toString() }] },
      { shares: Array.from({ length: 51 }, (_, at) => ({ account: String(at), amount: '1' })) },
    ]) {
      expect(readRequest({ ...REQUEST, ...wrong })).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.anything(), (value) => {
        expect(readRequest(value)).toBeUndefined();
      }),
    );
  });

  it('says in few words what it is for', () => {
    expect(readRequest({ ...REQUEST, words: 'x'.repeat(999) })?.words).toHaveLength(LONGEST_WORDS);
    expect(readRequest({ ...REQUEST, words: ' ' })?.words).toBeUndefined();
    expect(readRequest({ ...REQUEST, words: 7 })?.words).toBeUndefined();
  });

  it('is a link that wallets know, for a currency and for a token (EIP-681)', () => {
    expect(paymentLink(REQUEST, '34')).toBe(`ethereum:${ADDRESS}@31337?value=34`);
    expect(paymentLink({ ...REQUEST, token: TOKEN }, '34')).toBe(
      `ethereum:${TOKEN}@31337/transfer?address=${ADDRESS}&uint256=34`,
    );
    // Without an amount the wallet asks for it.
    expect(paymentLink(REQUEST, undefined)).toBe(`ethereum:${ADDRESS}@31337`);
    expect(paymentLink({ ...REQUEST, token: TOKEN }, undefined)).toBe(
      `ethereum:${TOKEN}@31337/transfer?address=${ADDRESS}`,
    );
  });

  it('is shared without losing a unit, by parts that differ by one at most', () => {
    expect(equalShares(100n, 3)).toEqual([34n, 33n, 33n]);
    fc.assert(
      fc.property(fc.bigInt(0n, MOST_UNITS), fc.integer({ min: 1, max: 51 }), (total, count) => {
        const parts = equalShares(total, count);
        expect(parts).toHaveLength(count);
        expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(total);
        expect((parts[0] ?? 0n) - (parts.at(-1) ?? 0n)).toBeLessThanOrEqual(1n);
        expect([...parts].sort((a, b) => (a < b ? 1 : -1))).toEqual(parts);
      }),
    );
  });

  it('is paid by just what was asked for, once it is final', () => {
    const [ann, ben] = REQUEST.shares;
    if (ann === undefined || ben === undefined) {
      throw new Error('two share it');
    }
    const state = (...tips: TipFacts[]) => shareState(REQUEST, 'cat', ann, tips);
    expect(state(TIP)).toBe('paid');
    expect(state({ ...TIP, address: ADDRESS.toLowerCase() })).toBe('paid');
    expect(state({ ...TIP, state: 'confirming' })).toBe('coming');
    expect(state({ ...TIP, state: 'expired' }, { ...TIP, state: 'reorged' })).toBe('coming');
    expect(shareState(REQUEST, 'cat', ben, [TIP])).toBe('open');
    for (const other of [
      { state: 'intent' as const },
      { state: 'failed' as const },
      { payer: 'ben' },
      { recipient: 'ann' },
      { chain: 1 },
      { token: TOKEN },
      { units: 33n },
      { address: TOKEN },
    ]) {
      expect(state({ ...TIP, ...other })).toBe('open');
    }
    expect(state()).toBe('open');
  });
});
