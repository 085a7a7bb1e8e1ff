import { describe, expect, it } from 'vitest';
import type { PaymentChain } from '@/lib/api/types';
import { OtherChain, payWith } from './pay';

const CHAIN: PaymentChain = {
  id: 31337,
  name: 'Development chain',
  currency: { symbol: 'ETH', decimals: 18, name: 'Ether' },
  tokens: [],
  blockTime: 2000,
  nodes: ['http://127.0.0.1:8545'],
  faucet: false,
};
const CALL = {
  chainId: '0x7a69',
  to: '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913',
  value: '0x5',
  data: '0x',
};
const HASH = `0x${'1'.repeat(64)}`;

class FakeWallet {
  readonly asked: string[] = [];
  sent: unknown;

  constructor(
    public chain: number,
    private readonly knows: Set<number>,
    private readonly isStubborn = false,
  ) {}

  request({ method, params }: { method: string; params?: readonly unknown[] }): Promise<unknown> {
    this.asked.push(method);
    const given = params?.[0] as { chainId?: string } | undefined;
    switch (method) {
      case 'eth_requestAccounts':
        return Promise.resolve(['0x833589fcd6edb6e08f4c7c32d4f71b54bda02913']);
      case 'eth_chainId':
        return Promise.resolve(`0x${this.chain.toString(16)}`);
      case 'wallet_switchEthereumChain': {
        const wanted = Number(given?.chainId);
        if (!this.knows.has(wanted)) {
          return Promise.reject(Object.assign(new Error('unknown'), { code: 4902 }));
        }
        this.chain = this.isStubborn ? this.chain : wanted;
        return Promise.resolve(null);
      }
      case 'wallet_addEthereumChain':
        this.knows.add(Number(given?.chainId));
        return Promise.resolve(null);
      default:
        this.sent = given;
        return Promise.resolve(HASH);
    }
  }
}

describe('paying with a wallet', () => {
  it('asks for nothing more when the wallet is on the chain', async () => {
    const wallet = new FakeWallet(31337, new Set());
    expect(await payWith(wallet, CHAIN, CALL)).toBe(HASH);
    expect(wallet.asked).not.toContain('wallet_switchEthereumChain');
    expect(wallet.sent).toMatchObject(CALL);
  });

  it('switches the wallet, and tells it of the chain first when it does not know it', async () => {
    const wallet = new FakeWallet(1, new Set([1]));
    expect(await payWith(wallet, CHAIN, CALL)).toBe(HASH);
    expect(wallet.asked).toContain('wallet_addEthereumChain');
    expect(wallet.chain).toBe(31337);
  });

  it('never pays on another chain', async () => {
    const wallet = new FakeWallet(1, new Set([1, 31337]), true);
    await expect(payWith(wallet, CHAIN, CALL)).rejects.toBeInstanceOf(OtherChain);
    expect(wallet.sent).toBeUndefined();
  });
});
