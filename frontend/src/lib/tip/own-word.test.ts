import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaymentChain } from '@/lib/api/types';
import { ownWord, type NodeAnswers } from './own-word';
import type { TipFacts } from './tip-entry';

const TOKEN = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';
const PAYER = '0x52908400098527886E0F7030069857D2E4169EE7';
const PAYEE = '0x8617E340B3D01FA5F11F306F4090FD50E238070D';
const STRANGER = `0x${'e'.repeat(40)}`;
const HASH = `0x${'a'.repeat(64)}`;
const BLOCK_HASH = `0x${'b'.repeat(64)}`;
const TRANSFER = '0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef';
const SAID_AT = '2026-11-22T12:00:00.000Z';
const AFTER = Date.parse(SAID_AT) / 1_000 + 5;

const CHAIN: PaymentChain = {
  id: 31337,
  name: 'Development chain',
  currency: { symbol: 'ETH', decimals: 18, name: 'Ether' },
  tokens: [{ symbol: 'PARL', decimals: 6, name: 'Sample', address: TOKEN }],
  depth: 3,
  blockTime: 2_000,
  nodes: [],
  faucet: false,
};
const ETH: TipFacts = {
  id: 'tip',
  at: SAID_AT,
  state: 'final',
  payer: 'p',
  recipient: 'r',
  address: PAYEE,
  chain: 31337,
  symbol: 'ETH',
  decimals: 18,
  units: 250n,
  hash: HASH,
  from: PAYER,
  confirmations: 3,
  needed: 3,
};
const PARL: TipFacts = { ...ETH, symbol: 'PARL', decimals: 6, token: TOKEN };

type Log = Record<string, unknown>;

const hex = (value: bigint | number) => `0x${value.toString(16)}`;
const padded = (value: string) => `0x${value.replace('0x', '').toLowerCase().padStart(64, '0')}`;
const transfer = (from = PAYER, to = PAYEE, units = 250n, address = TOKEN): Log => ({
  address: address.toLowerCase(),
  topics: [TRANSFER, padded(from), padded(to)],
  data: padded(units.toString(16)),
});

function answers(changed: Partial<NodeAnswers> = {}, logs: unknown = []): NodeAnswers {
  return {
    chainId: '0x7a69',
    transaction: { hash: HASH, from: PAYER.toLowerCase(), to: PAYEE.toLowerCase(), value: '0xfa' },
    receipt: {
      transactionHash: HASH,
      blockHash: BLOCK_HASH,
      blockNumber: '0x10',
      status: '0x1',
      logs,
    },
    block: { number: '0x10', hash: BLOCK_HASH },
    head: { number: '0x12', timestamp: hex(AFTER) },
    finalized: undefined,
    ...changed,
  };
}

const word = (tip: TipFacts, given: NodeAnswers, chain = CHAIN) => {
  const said = ownWord(tip, chain, given);
  return said.says === 'otherwise' ? said.why : said.says;
};
const transaction = (changed: object) => ({
  transaction: { ...(answers().transaction as object), ...changed },
});
const receipt = (changed: object) => ({
  receipt: { ...(answers().receipt as object), ...changed },
});

describe("the word of one's own node", () => {
  it('says that ETH was paid: success, sender, recipient, amount, block and depth', () => {
    expect(word(ETH, answers())).toBe('paid');
    expect(word({ ...ETH, from: undefined }, answers())).toBe('paid');
    expect(word(ETH, answers({ head: { number: '0x11', timestamp: hex(AFTER) } }))).toBe('soon');
  });

  it('says that a token was paid by exactly one event of its contract', () => {
    expect(word(PARL, answers({}, [transfer()]))).toBe('paid');
    const others = [
      transfer(STRANGER),
      transfer(PAYER, STRANGER),
      transfer(PAYER, PAYEE, 1n),
      transfer(PAYER, PAYEE, 250n, STRANGER),
      { ...transfer(), topics: [TRANSFER] },
      { ...transfer(), data: '0xfa' },
      { ...transfer(), removed: true },
      'junk',
      null,
    ];
    expect(word(PARL, answers({}, [...others, transfer()]))).toBe('paid');
    expect(word(PARL, answers({}, [transfer(), transfer()]))).toBe('ambiguous');
  });

  it('goes by what the chain calls final where it does', () => {
    const chain: PaymentChain = { ...CHAIN, depth: undefined };
    const finalized = (number: unknown) => answers({ finalized: { number } });
    expect(word(ETH, finalized('0x10'), chain)).toBe('paid');
    expect(word(ETH, finalized('0xf'), chain)).toBe('soon');
    expect(word(ETH, answers({ finalized: null }), chain)).toBe('soon');
    expect(word(ETH, finalized(16), chain)).toBe('soon');
  });

  it('contradicts what was not paid as promised', () => {
    expect(word(ETH, answers(transaction({ from: STRANGER })))).toBe('sender');
    expect(word(ETH, answers(transaction({ to: STRANGER })))).toBe('recipient');
    expect(word(ETH, answers(transaction({ to: null })))).toBe('recipient');
    expect(word(ETH, answers(transaction({ value: '0xf9' })))).toBe('amount');
    expect(word(ETH, answers(receipt({ status: '0x0' })))).toBe('failed');
    expect(word(ETH, answers({ block: { number: '0x10', hash: HASH } }))).toBe('taken-back');
    expect(word(PARL, answers())).toBe('token');
    expect(word(PARL, answers({}, [transfer(PAYER, PAYEE, 250n, STRANGER)]))).toBe('token');
    expect(word(PARL, answers({}, [transfer(STRANGER)]))).toBe('sender');
    expect(word(PARL, answers({}, [transfer(PAYER, STRANGER)]))).toBe('recipient');
    expect(word(PARL, answers({}, [transfer(PAYER, PAYEE, 249n)]))).toBe('amount');
  });

  it('misses a payment only when the node is as far as the server was', () => {
    const none = { receipt: null, transaction: null, block: undefined };
    expect(word(ETH, answers(none))).toBe('missing');
    const behind = { number: '0x5', timestamp: hex(AFTER - 60) };
    expect(word(ETH, answers({ ...none, head: behind }))).toBe('nothing');
  });

  it('says nothing when it is of another chain, or answers about something else', () => {
    for (const given of [
      answers({ chainId: '0x1' }),
      answers({ chainId: 31337 }),
      answers({ head: null }),
      answers({ head: { number: '0x9', timestamp: hex(AFTER) } }),
      answers({ block: null }),
      answers({ block: { number: '0x11', hash: BLOCK_HASH } }),
      answers({ transaction: null }),
      answers(transaction({ hash: BLOCK_HASH })),
      answers(transaction({ value: 250 })),
      answers(receipt({ transactionHash: BLOCK_HASH })),
      answers(receipt({ status: 1 })),
      answers(receipt({ blockNumber: 16 })),
      answers(receipt({ blockNumber: `0x${'1'.repeat(65)}` })),
    ]) {
      expect(word(ETH, given)).toBe('nothing');
    }
    expect(word({ ...ETH, hash: undefined }, answers())).toBe('nothing');
    expect(word({ ...ETH, chain: 1 }, answers())).toBe('nothing');
    expect(word(PARL, answers({}, 'logs'))).toBe('nothing');
    expect(word({ ...PARL, token: STRANGER }, answers({}, [transfer()]))).toBe('nothing');
    expect(word({ ...PARL, decimals: 18 }, answers({}, [transfer()]))).toBe('nothing');
  });

  it('says nothing of anything whatever else a node answers, and never fails', () => {
    fc.assert(
      fc.property(
        fc.record({
          chainId: fc.constant('0x7a69'),
          transaction: fc.anything(),
          receipt: fc.anything().filter((value) => value !== null),
          block: fc.anything(),
          head: fc.constant({ number: '0x12', timestamp: '0x1' }),
          finalized: fc.anything(),
        }),
        (given) => {
          expect(word(ETH, given)).toBe('nothing');
        },
      ),
    );
  });
});
