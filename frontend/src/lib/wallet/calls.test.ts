import { describe, expect, it } from 'vitest';
import type { PaymentChain } from '@/lib/api/types';
import { hashOfCalls, offersCalls, sendCalls } from './calls';

const CHAIN = { id: 31337, blockTime: 2000 } as PaymentChain;
const CALL = { chainId: '0x7a69', to: '0x00', value: '0x0', data: '0x01' };
const FROM = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';
const HASH = `0x${'1'.repeat(64)}`;
const OTHER = `0x${'2'.repeat(64)}`;
const paid = (...hashes: unknown[]) => ({
  version: '2.0.0',
  id: '0xab',
  chainId: '0x7a69',
  status: 200,
  atomic: true,
  receipts: hashes.map((transactionHash) => ({ transactionHash, status: '0x1' })),
});
const pending = { ...paid(), status: 100 };

/** Answers one after the other, and the last one for ever; an error is thrown. */
function wallet(...answers: unknown[]) {
  const asked: unknown[] = [];
  return {
    asked,
    request: (request: unknown) => {
      const answer = answers[Math.min(asked.length, answers.length - 1)];
      asked.push(request);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
}

const failure = (code: number) => Object.assign(new Error('no'), { code });
const atOnce = () => Promise.resolve();
/** A pause that never ends: what is asked is what decides. */
const never = () => new Promise<void>(() => undefined);

describe('whether a wallet offers batches', () => {
  const offers = (said: unknown) => offersCalls(wallet(said), FROM, CHAIN, never);
  const status = (word: unknown) => ({ atomic: { status: word } });

  it.each([
    [{ '0x7a69': status('supported') }],
    [{ '0x7A69': status('ready') }],
    [{ '0x07a69': status('ready') }],
    [{ '0x0': status('supported') }],
  ])('is what it says of the chain: %j', async (said) => {
    expect(await offers(said)).toBe(true);
  });

  it.each([
    [undefined],
    [null],
    ['0x7a69'],
    [[status('ready')]],
    [{ '31337': status('ready') }],
    [{ '0x1': status('ready') }],
    [{ '0x7a69': null }],
    [{ '0x7a69': status('unsupported') }],
    [{ '0x7a69': status(true) }],
    [{ '0x7a69': { atomicBatch: { supported: true } } }],
    [failure(-32601)],
    [failure(4100)],
  ])('is not, by anything else: %j', async (said) => {
    expect(await offers(said)).toBe(false);
  });

  it('is not, when the wallet says nothing', async () => {
    const silent = { request: () => new Promise<unknown>(() => undefined) };
    expect(await offersCalls(silent, FROM, CHAIN, atOnce)).toBe(false);
  });
});

describe('what a wallet is given to send', () => {
  it.each([
    [undefined],
    ['0x1'],
    [{}],
    [{ id: 7 }],
    [{ id: '' }],
    [{ id: 'a'.repeat(8195) }],
    [[{ id: '0x1' }]],
  ])('may be on its way when it has no name: %j', async (answer) => {
    await expect(sendCalls(wallet(answer), FROM, CALL)).rejects.toMatchObject({
      doubt: 'nonsense',
    });
  });

  it('has a name of any form', async () => {
    expect(await sendCalls(wallet({ id: 'a'.repeat(8194) }), FROM, CALL)).toHaveLength(8194);
  });
});

describe('what becomes of it', () => {
  const ask = (...answers: unknown[]) =>
    hashOfCalls(wallet(...answers), '0xab', CHAIN, undefined, atOnce);

  it('is one transaction, after a while', async () => {
    const asked = wallet(
      pending,
      failure(-32603),
      pending,
      paid(HASH.toUpperCase().replace('X', 'x')),
    );
    expect(await hashOfCalls(asked, '0xab', CHAIN, undefined, atOnce)).toBe(HASH);
    expect(asked.asked).toHaveLength(4);
    expect(asked.asked[0]).toEqual({ method: 'wallet_getCallsStatus', params: ['0xab'] });
  });

  it('is one transaction, also with a receipt for each of several events', async () => {
    expect(await ask(paid(HASH, HASH))).toBe(HASH);
  });

  it('is followed, too, where only a part of it was done: the server judges', async () => {
    expect(await ask({ ...paid(HASH), status: 600 })).toBe(HASH);
  });

  it.each([
    [400, 'not-sent'],
    [499, 'not-sent'],
    [500, 'reverted'],
  ])('is nothing when the wallet says so (%i)', async (status, why) => {
    await expect(ask({ ...paid(HASH), status })).rejects.toMatchObject({ why });
  });

  it.each([
    ['nonsense', undefined],
    ['nonsense', null],
    ['nonsense', HASH],
    ['nonsense', { ...paid(HASH), id: '0xac' }],
    ['nonsense', { ...paid(HASH), status: 'CONFIRMED' }],
    ['nonsense', { ...paid(HASH), status: 200.5 }],
    ['nonsense', { ...paid(HASH), status: 700 }],
    ['nonsense', { ...paid(HASH), status: -100 }],
    ['nonsense', paid()],
    ['nonsense', { ...paid(HASH), receipts: undefined }],
    ['nonsense', { ...paid(HASH), receipts: { 0: { transactionHash: HASH }, length: 1 } }],
    ['nonsense', paid('0x12')],
    ['nonsense', paid(null)],
    ['several', paid(HASH, OTHER)],
    ['several', paid(HASH, 7)],
    ['elsewhere', { ...paid(HASH), chainId: '0x1' }],
    ['elsewhere', { ...paid(HASH), chainId: 31337 }],
    ['elsewhere', { ...paid(HASH), chainId: undefined }],
    ['unknown', failure(5730)],
    ['unknown', failure(4200)],
    ['silent', failure(4900)],
  ])('is %s by anything else: %j', async (doubt, answer) => {
    await expect(ask(answer)).rejects.toMatchObject({ doubt });
  });

  it('is not asked for any more by who has gone', async () => {
    const gone = new AbortController();
    const asked = wallet(pending);
    const pause = () => {
      gone.abort();
      return Promise.resolve();
    };
    await expect(hashOfCalls(asked, '0xab', CHAIN, gone.signal, pause)).rejects.toThrow();
    expect(asked.asked).toHaveLength(1);
  });
});
