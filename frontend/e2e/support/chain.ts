import { createWalletClient, defineChain, http, type Hex } from 'viem';
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
