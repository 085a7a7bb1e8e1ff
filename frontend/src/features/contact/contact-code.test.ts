import { expect, test } from 'vitest';
import { codeAddress, codeIn } from './contact-code';

const CODE = 'aZ09_-'.padEnd(43, 'x');

test('an address leads back to its code', () => {
  const address = new URL(codeAddress('https://parley.example', CODE));
  expect(address.pathname).toBe('/meet');
  expect(codeIn(address.hash)).toBe(CODE);
});

test.each(['', '#', `#${CODE}x`, `#${CODE.slice(1)}`, `#${CODE.slice(1)} `, CODE])(
  'what can be no code is none: %j',
  (hash) => {
    expect(codeIn(hash)).toBeUndefined();
  },
);
