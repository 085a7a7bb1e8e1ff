import type { PaymentChain, PromisedTip } from '@/lib/api/types';
import { offersCalls, readHash, sendCalls, type Wait } from './calls';
import type { WalletProvider } from './discovery';
import { codeOf, ForeignWallet, OtherChain, UnclearPayment } from './payment-refusal';
import { walletAccounts, walletChain } from './sign-in-message';

/** The wallet does not know this chain (EIP-3326). */
const UNKNOWN_CHAIN = 4902;

/** What a wallet has begun: a transaction, or something that becomes one. */
export type Begun = { hash: string } | { calls: string };

/**
 * Has a wallet send a payment, on the right chain. A token goes as a batch of one call (EIP-5792)
 * where the wallet offers that: its event counts however it was sent. ETH never does: from inside a
 * contract it would leave no event, and not count.
 *
 * @param promised by which wallets it may be paid, and what they are to be asked for
 * @throws ForeignWallet when the wallet offers none of those; it is asked for nothing then
 * @throws OtherChain when the wallet does not come to the chain
 * @throws UnclearPayment when it may have paid, and names nothing to follow
 */
export async function payWith(
  provider: WalletProvider,
  chain: PaymentChain,
  { call, payers }: Pick<PromisedTip, 'call' | 'payers'>,
  pause?: Wait,
): Promise<Begun> {
  const from = (await walletAccounts(provider)).find((account) => payers.includes(account));
  if (from === undefined) {
    throw new ForeignWallet('the wallet is not one of the payer');
  }
  await bringTo(provider, chain);
  const isToken = call.data !== '0x';
  if (isToken && (await offersCalls(provider, from, chain, pause))) {
    const calls = await sendCalls(provider, from, call);
    if (calls !== undefined) {
      return { calls };
    }
  }
  const answer = await provider.request({
    method: 'eth_sendTransaction',
    params: [{ from, to: call.to, value: call.value, data: call.data, chainId: call.chainId }],
  });
  const hash = readHash(answer);
  if (hash === undefined) {
    throw new UnclearPayment('nonsense');
  }
  return { hash };
}

async function bringTo(provider: WalletProvider, chain: PaymentChain): Promise<void> {
  if ((await walletChain(provider)) === chain.id) {
    return;
  }
  const chainId = `0x${chain.id.toString(16)}`;
  try {
    await provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId }] });
  } catch (error) {
    if (codeOf(error) !== UNKNOWN_CHAIN || chain.nodes.length === 0) {
      throw error;
    }
    const { symbol, decimals, name } = chain.currency;
    await provider.request({
      method: 'wallet_addEthereumChain',
      params: [
        {
          chainId,
          chainName: chain.name,
          nativeCurrency: { name, symbol, decimals },
          rpcUrls: chain.nodes,
          ...(chain.explorer === undefined
            ? {}
            : { blockExplorerUrls: [new URL(chain.explorer).origin] }),
        },
      ],
    });
    await provider.request({ method: 'wallet_switchEthereumChain', params: [{ chainId }] });
  }
  if ((await walletChain(provider)) !== chain.id) {
    throw new OtherChain('the wallet stayed on another chain');
  }
}
