import { describe, expect, it } from 'vitest';
import type { PaymentChain } from '@/lib/api/types';
import type { TipFacts } from '@/lib/tip/tip-entry';
import type { WalletProvider } from './discovery';
import { askOwnNodes } from './own-node';

const HASH = `0x${'a'.repeat(64)}`;
const BLOCK = { number: '0x1', hash: `0x${'b'.repeat(64)}`, timestamp: '0x7fffffff' };
const CHAIN: PaymentChain = {
  id: 31337,
  name: 'Development chain',
  currency: { symbol: 'ETH', decimals: 18, name: 'Ether' },
  tokens: [],
  depth: 1,
  blockTime: 2_000,
  nodes: [],
  faucet: false,
};
const TIP: TipFacts = {
  id: 'tip',
  at: '2026-11-22T12:00:00.000Z',
  state: 'final',
  payer: 'p',
  recipient: 'r',
  address: '0x8617E340B3D01FA5F11F306F4090FD50E238070D',
  chain: 31337,
  symbol: 'ETH',
  decimals: 18,
  units: 5n,
  hash: HASH,
  confirmations: 1,
  needed: 1,
};

class FakeNode implements WalletProvider {
  readonly asked: string[] = [];

  constructor(
    private readonly chain: string,
    private readonly value = '0x5',
  ) {}

  request({ method }: { method: string }): Promise<unknown> {
    this.asked.push(method);
    const answers: Record<string, unknown> = {
      eth_chainId: this.chain,
      eth_getTransactionByHash: { hash: HASH, from: '0x1', to: TIP.address, value: this.value },
      eth_getTransactionReceipt: {
        transactionHash: HASH,
        blockHash: BLOCK.hash,
        blockNumber: BLOCK.number,
        status: '0x1',
        logs: [],
      },
      eth_getBlockByNumber: BLOCK,
    };
    return Promise.resolve(answers[method]);
  }
}

const SILENT: WalletProvider = { request: () => new Promise(() => undefined) };
const REFUSING: WalletProvider = { request: () => Promise.reject(new Error('no')) };

describe("the nodes of one's wallets", () => {
  it('are asked for what needs no permission, and only on the chain of the tip', async () => {
    const here = new FakeNode('0x7a69');
    const elsewhere = new FakeNode('0x1', '0x6');
    expect(await askOwnNodes([elsewhere, SILENT, REFUSING, here], TIP, CHAIN)).toEqual({
      says: 'paid',
    });
    expect(elsewhere.asked).toEqual(['eth_chainId']);
    expect(new Set(here.asked)).toEqual(
      new Set([
        'eth_chainId',
        'eth_getTransactionByHash',
        'eth_getTransactionReceipt',
        'eth_getBlockByNumber',
      ]),
    );
  });

  it('say nothing when none has something to say', async () => {
    expect(await askOwnNodes([], TIP, CHAIN)).toEqual({ says: 'nothing' });
    expect(await askOwnNodes([REFUSING, new FakeNode('0x1')], TIP, CHAIN)).toEqual({
      says: 'nothing',
    });
  });

  it('contradict', async () => {
    expect(await askOwnNodes([new FakeNode('0x7a69', '0x6')], TIP, CHAIN)).toEqual({
      says: 'otherwise',
      why: 'amount',
    });
  });
});
