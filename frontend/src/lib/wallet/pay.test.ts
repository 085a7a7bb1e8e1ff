import { describe, expect, it } from 'vitest';
import type { PaymentChain } from '@/lib/api/types';
import { payWith } from './pay';
import { OtherChain, paymentRefusal, UnclearPayment } from './payment-refusal';

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
const PAYER = '0x833589fCD6eDb6E08f4c7C32D4f71b54bdA02913';
const PROMISED = { call: CALL, payers: [PAYER] };
const HASH = `0x${'1'.repeat(64)}`;

class FakeWallet {
  readonly asked: string[] = [];
  sent: unknown;
  answer: unknown = HASH;
  accounts = [PAYER.toLowerCase()];
  /** A wallet without batches knows no such methods. */
  batches: (method: string, given: unknown) => Promise<unknown> = (method) =>
    Promise.reject(Object.assign(new Error(method), { code: 4200 }));

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
        return Promise.resolve(this.accounts);
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
      case 'wallet_getCapabilities':
      case 'wallet_sendCalls':
        return this.batches(method, given);
      default:
        this.sent = given;
        return Promise.resolve(this.answer);
    }
  }
}

describe('paying with a wallet', () => {
  it('asks for nothing more when the wallet is on the chain', async () => {
    const wallet = new FakeWallet(31337, new Set());
    expect(await payWith(wallet, CHAIN, PROMISED)).toEqual({ hash: HASH });
    expect(wallet.asked).not.toContain('wallet_switchEthereumChain');
    expect(wallet.sent).toMatchObject(CALL);
  });

  it('switches the wallet, and tells it of the chain first when it does not know it', async () => {
    const wallet = new FakeWallet(1, new Set([1]));
    expect(await payWith(wallet, CHAIN, PROMISED)).toEqual({ hash: HASH });
    expect(wallet.asked).toContain('wallet_addEthereumChain');
    expect(wallet.chain).toBe(31337);
  });

  it('never pays on another chain', async () => {
    const wallet = new FakeWallet(1, new Set([1, 31337]), true);
    await expect(payWith(wallet, CHAIN, PROMISED)).rejects.toBeInstanceOf(OtherChain);
    expect(wallet.sent).toBeUndefined();
  });

  it("pays with the account that is the payer's, and with no other", async () => {
    const other = `0x${'a'.repeat(40)}`;
    const wallet = new FakeWallet(31337, new Set());
    wallet.accounts = [other, PAYER.toLowerCase()];
    await payWith(wallet, CHAIN, PROMISED);
    expect(wallet.sent).toMatchObject({ from: PAYER });

    const stranger = new FakeWallet(31337, new Set());
    stranger.accounts = [other];
    const error: unknown = await payWith(stranger, CHAIN, PROMISED).catch((e: unknown) => e);
    expect(paymentRefusal(error)).toBe('foreign');
    expect(stranger.asked).toEqual(['eth_requestAccounts']);
  });

  it('says that it is unclear what was paid when the wallet names no transaction', async () => {
    const wallet = new FakeWallet(31337, new Set());
    wallet.answer = '0x12';
    await expect(payWith(wallet, CHAIN, PROMISED)).rejects.toBeInstanceOf(UnclearPayment);
  });
});

describe('paying with a wallet that sends batches', () => {
  const TOKEN_CALL = { ...CALL, value: '0x0', data: '0xa9059cbb' };
  const TOKEN = { call: TOKEN_CALL, payers: [PAYER] };
  const OFFER = { '0x7a69': { atomic: { status: 'ready' } } };
  const offers = (send: (given: unknown) => Promise<unknown>) => {
    const wallet = new FakeWallet(31337, new Set());
    wallet.batches = (method, given) =>
      method === 'wallet_getCapabilities' ? Promise.resolve(OFFER) : send(given);
    return wallet;
  };
  const refuses = (code: number) =>
    offers(() => Promise.reject(Object.assign(new Error('no'), { code })));

  it('sends a token as one call, and nothing besides', async () => {
    const sent: unknown[] = [];
    const wallet = offers((given) => {
      sent.push(given);
      return Promise.resolve({ id: '0x1' });
    });
    expect(await payWith(wallet, CHAIN, TOKEN)).toEqual({ calls: '0x1' });
    const { to, value, data, chainId } = TOKEN_CALL;
    expect(sent).toEqual([
      {
        version: '2.0.0',
        chainId,
        from: PAYER,
        atomicRequired: false,
        calls: [{ to, value, data }],
      },
    ]);
    expect(wallet.asked).not.toContain('eth_sendTransaction');
  });

  it('never sends ETH so: from inside a contract it would not count', async () => {
    const wallet = offers(() => Promise.resolve({ id: '0x1' }));
    expect(await payWith(wallet, CHAIN, PROMISED)).toEqual({ hash: HASH });
    expect(wallet.asked).not.toContain('wallet_getCapabilities');
    expect(wallet.asked).not.toContain('wallet_sendCalls');
  });

  it.each([-32601, 4200])(
    'falls back when the method is not there after all (%i)',
    async (code) => {
      const wallet = refuses(code);
      expect(await payWith(wallet, CHAIN, TOKEN)).toEqual({ hash: HASH });
      expect(wallet.asked.slice(-2)).toEqual(['wallet_sendCalls', 'eth_sendTransaction']);
    },
  );

  it.each([
    [4001, 'rejected'],
    [5700, 'capability'],
    [5710, 'chain'],
    [5720, 'duplicate'],
    [5740, 'too-large'],
    [5750, 'upgrade'],
    [5760, 'atomic'],
    [-32603, 'failed'],
  ])('asks nobody a second time when it was refused (%i)', async (code, why) => {
    const wallet = refuses(code);
    const error: unknown = await payWith(wallet, CHAIN, TOKEN).catch((e: unknown) => e);
    expect(paymentRefusal(error)).toBe(why);
    expect(wallet.asked).not.toContain('eth_sendTransaction');
  });
});
