import { describe, expect, it } from 'vitest';
import type { Tip } from '@/lib/api/types';
import { supportersOf } from './supporters';

let made = 0;

function tip(payer: string, createdAt: string, more: Partial<Tip> = {}): Tip {
  made += 1;
  return {
    id: String(made),
    conversation: 'c',
    payer,
    recipient: 'me',
    address: '0x1',
    chain: 1,
    symbol: 'ETH',
    decimals: 18,
    amount: '1',
    state: 'final',
    confirmations: 3,
    needed: 3,
    settled: true,
    createdAt,
    expiresAt: createdAt,
    changedAt: createdAt,
    ...more,
  };
}

describe('supporters', () => {
  it('are counted by the months in which what they gave became final, the most loyal first', () => {
    const tips = [
      tip('ben', '2026-11-20T10:00:00Z', { amount: '9007199254740993' }),
      tip('ben', '2026-11-21T10:00:00Z', { amount: '2' }),
      tip('amy', '2026-10-31T23:59:59Z'),
      tip('amy', '2026-11-01T00:00:00Z', { symbol: 'PARL', decimals: 6, token: '0xAb' }),
      tip('amy', '2025-11-01T00:00:00Z', { symbol: 'PARL', decimals: 6, token: '0xab' }),
    ];
    const found = supportersOf(tips, 'me');
    expect(found.map(({ person, months, tips: count }) => [person, months, count])).toEqual([
      ['amy', 3, 3],
      ['ben', 1, 2],
    ]);
    expect(found[0]?.given).toEqual([
      { chain: 1, symbol: 'ETH', decimals: 18, units: 1n },
      { chain: 1, symbol: 'PARL', decimals: 6, units: 2n },
    ]);
    expect(found[0]?.last.createdAt).toBe('2026-11-01T00:00:00Z');
    expect(found[1]?.given[0]?.units).toBe(9007199254740995n);
  });

  it('are not those whom one tips, nor who has paid nothing yet', () => {
    expect(
      supportersOf(
        [
          tip('me', '2026-11-20T10:00:00Z', { recipient: 'ben' }),
          tip('ben', '2026-11-20T10:00:00Z', { state: 'confirming' }),
          tip('ben', '2026-11-20T10:00:00Z', { state: 'failed' }),
        ],
        'me',
      ),
    ).toEqual([]);
  });
});
