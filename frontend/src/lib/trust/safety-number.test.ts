import { describe, expect, test } from 'vitest';
import { codeOf, groupsOf, numberIn, safetyNumber } from './safety-number';

const amy = { account: '00000000-0000-7000-800a-000000000001', key: 'A'.repeat(43) };
const ben = { account: '00000000-0000-7000-800a-000000000002', key: 'B'.repeat(42) + 'A' };

describe('a safety number', () => {
  test('is the same for both, and has twelve groups of five digits', async () => {
    const number = await safetyNumber(amy, ben);
    expect(number).toMatch(/^\d{60}$/u);
    expect(groupsOf(number)).toHaveLength(12);
    expect(await safetyNumber(ben, amy)).toBe(number);
  });

  test('is always the same, and another one with another key or account', async () => {
    const number = await safetyNumber(amy, ben);
    expect(number).toBe('537333896201154936462259241794561996901004751903000781389857');
    expect(await safetyNumber(amy, { ...ben, key: amy.key })).not.toBe(number);
    expect(await safetyNumber(amy, { ...ben, account: amy.account })).not.toBe(number);
  });

  test('stands in a code that is read again, and in no other', async () => {
    const number = await safetyNumber(amy, ben);
    expect(numberIn(codeOf(number))).toBe(number);
    expect(numberIn(number)).toBeUndefined();
    expect(numberIn(`${codeOf(number)}0`)).toBeUndefined();
  });
});
