import { describe, expect, it } from 'vitest';
import { placeOf } from './place-of-transaction';

const HASH = `0x${'1'.repeat(64)}`;
const FROM = '0x833589fcd6edb6e08f4c7c32d4f71b54bda02913';
const never = () => new Promise<never>(() => undefined);

function node(answer: () => Promise<unknown>) {
  const asked: unknown[] = [];
  return {
    asked,
    request: (question: unknown) => {
      asked.push(question);
      return answer();
    },
  };
}

describe('the place of a transaction', () => {
  it('is what the node of the wallet says', async () => {
    const own = node(() => Promise.resolve({ from: FROM, nonce: '0x1f', value: '0x5' }));
    expect(await placeOf(own, HASH, never)).toEqual({ from: FROM, nonce: 31 });
    expect(own.asked).toEqual([{ method: 'eth_getTransactionByHash', params: [HASH] }]);
  });

  it.each([
    ['nothing', null],
    ['no object', HASH],
    ['no sender', { nonce: '0x1' }],
    ['a sender that is none', { from: 'ada.eth', nonce: '0x1' }],
    ['no nonce', { from: FROM }],
    ['a number', { from: FROM, nonce: 1 }],
    ['a nonce that is no quantity', { from: FROM, nonce: '0x01' }],
    ['a nonce that no number holds', { from: FROM, nonce: `0x${'f'.repeat(14)}` }],
  ])('is unknown when the node says %s', async (_what, answer) => {
    const own = node(() => Promise.resolve(answer));
    expect(await placeOf(own, HASH, never)).toBeUndefined();
  });

  it('is unknown when the node refuses, or is silent', async () => {
    const refuses = node(() => Promise.reject(new Error('no')));
    expect(await placeOf(refuses, HASH, never)).toBeUndefined();
    expect(await placeOf(node(never), HASH, () => Promise.resolve())).toBeUndefined();
  });
});
