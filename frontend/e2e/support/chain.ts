import { createWalletClient, defineChain, http, toHex, type Hex } from 'viem';
import type { PrivateKeyAccount } from 'viem/accounts';

/** What a page asks a wallet to send. */
export interface Payment {
  to?: Hex;
  value?: Hex;
  data?: Hex;
}

/** Signs a payment and gives it to a node. */
export function sendBy(
  account: PrivateKeyAccount,
  chainId: number,
  node: string,
  { to, value, data }: Payment,
): Promise<Hex> {
  const chain = defineChain({
    id: chainId,
    name: 'chain',
    nativeCurrency: { name: 'Ether', symbol: 'ETH', decimals: 18 },
    rpcUrls: { default: { http: [node] } },
  });
  return createWalletClient({ account, chain, transport: http() }).sendTransaction({
    ...(to === undefined ? {} : { to }),
    value: BigInt(value ?? '0x0'),
    data: data ?? '0x',
  });
}

/** The development chain of a test that makes its blocks: nobody else may use it. */
export class DevChain {
  constructor(readonly node: string) {}

  /** Makes no more blocks by itself. */
  async standsStill(): Promise<void> {
    await this.ask('evm_setIntervalMining', 0);
    await this.ask('evm_setAutomine', false);
  }

  async mines(blocks: number): Promise<void> {
    await this.ask('anvil_mine', toHex(blocks));
  }

  /** Puts as many empty blocks in the place of the newest, and forgets what stood in those. */
  async takesBack(blocks: number): Promise<void> {
    await this.ask('anvil_reorg', blocks, []);
    // Its clock has gone back with the blocks.
    await this.ask('evm_setTime', Math.floor(Date.now() / 1_000));
  }

  /** The one payment of an account that waits for a block, as its wallet has signed it. */
  async waiting(from: Hex): Promise<Hex> {
    const { pending } = await this.ask<{ pending: Record<string, Record<string, { hash: Hex }>> }>(
      'txpool_content',
    );
    const [payment] = Object.values(pending[from] ?? pending[from.toLowerCase()] ?? {});
    if (payment === undefined) {
      throw new Error('nothing waits');
    }
    return this.ask('eth_getRawTransactionByHash', payment.hash);
  }

  /** Takes a payment that a wallet has signed. */
  async takes(payment: Hex): Promise<void> {
    await this.ask('eth_sendRawTransaction', payment);
  }

  async gives(account: Hex, wei: bigint): Promise<void> {
    await this.ask('anvil_setBalance', account, toHex(wei));
  }

  private async ask<Result>(method: string, ...params: unknown[]): Promise<Result> {
    const response = await fetch(this.node, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
    });
    const answer = (await response.json()) as { result: Result; error?: unknown };
    if (answer.error !== undefined) {
      throw new Error(`the chain refused ${method}: ${JSON.stringify(answer.error)}`);
    }
    return answer.result;
  }
}
