/**
 * Amounts as chains count them: whole numbers of the smallest unit, as bigint. Nothing here is ever a
 * floating-point number, and nothing is rounded but what is said to be about.
 */

/** The most that a word of the chain can say. */
export const MOST_UNITS = 2n ** 256n - 1n;

export type AmountFault = 'none' | 'malformed' | 'too-fine' | 'too-large' | 'zero';

/**
 * The units that a person means who types an amount; a fault when it is none. A comma is taken for a
 * point, since keyboards of many languages have only that.
 */
export function parseAmount(text: string, decimals: number): bigint | AmountFault {
  const typed = text.trim().replace(',', '.');
  if (typed === '') {
    return 'none';
  }
  const match = /^(\d{0,78})(?:\.(\d{0,78}))?$/.exec(typed);
  if (match === null || typed === '.') {
    return 'malformed';
  }
  const [, whole = '', fraction = ''] = match;
  const digits = fraction.replace(/0+$/, '');
  if (digits.length > decimals) {
    return 'too-fine';
  }
  const units = BigInt(`0${whole}${digits.padEnd(decimals, '0')}`);
  return units === 0n ? 'zero' : units > MOST_UNITS ? 'too-large' : units;
}

/** How many digits say enough of what is not known exactly. */
const DIGITS_OF_ABOUT = 3n;

/** An amount that is not known exactly, such as a fee: its first digits, and never less. */
export function formatAbout(units: bigint, decimals: number): string {
  const tooMany = BigInt(units.toString().length) - DIGITS_OF_ABOUT;
  const step = 10n ** (tooMany > 0n ? tooMany : 0n);
  return formatAmount(((units + step - 1n) / step) * step, decimals);
}

/** An amount as people write it: all of its digits, and none that says nothing. */
export function formatAmount(units: bigint, decimals: number): string {
  const digits = units.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}
