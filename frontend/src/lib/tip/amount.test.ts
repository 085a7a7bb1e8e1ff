import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAbout, formatAmount, MOST_UNITS, parseAmount } from './amount';

describe('amounts', () => {
  it('are read and written without losing a unit', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, MOST_UNITS), fc.integer({ min: 0, max: 36 }), (units, decimals) => {
        expect(parseAmount(formatAmount(units, decimals), decimals)).toBe(units);
      }),
    );
  });

  it.each([
    [21_077_343_105_000n, '0.0000211'],
    [999_900_000_000_000_000n, '1'],
    [12n, '0.000000000000000012'],
    [0n, '0'],
  ])('that are not known exactly have three digits, and are never less: %s', (units, text) => {
    expect(formatAbout(units, 18)).toBe(text);
  });

  it.each([
    ['0.1', 18, 100_000_000_000_000_000n],
    ['0,1', 18, 100_000_000_000_000_000n],
    ['.5', 6, 500_000n],
    ['5.', 6, 5_000_000n],
    ['1.230000', 2, 123n],
    ['0.000000000000000001', 18, 1n],
    ['007', 0, 7n],
  ])('take %s with %i decimals', (text, decimals, units) => {
    expect(parseAmount(text, decimals)).toBe(units);
  });

  it.each([
    ['', 18, 'none'],
    ['.', 18, 'malformed'],
    ['1e3', 18, 'malformed'],
    ['-1', 18, 'malformed'],
    ['0x1', 18, 'malformed'],
    ['1.2.3', 18, 'malformed'],
    ['0', 18, 'zero'],
    ['0.000', 18, 'zero'],
    ['0.001', 2, 'too-fine'],
    ['1.5', 0, 'too-fine'],
    [(MOST_UNITS + 1n).toString(), 0, 'too-large'],
  ])('refuse %s with %i decimals', (text, decimals, fault) => {
    expect(parseAmount(text, decimals)).toBe(fault);
  });

  it('have all digits and no more', () => {
    expect(formatAmount(1n, 18)).toBe('0.000000000000000001');
    expect(formatAmount(1_500_000n, 6)).toBe('1.5');
    expect(formatAmount(MOST_UNITS, 0)).toBe(MOST_UNITS.toString());
  });
});
