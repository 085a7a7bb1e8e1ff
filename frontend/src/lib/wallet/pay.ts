import type { PaymentChain, WalletCall } from '@/lib/api/types';
import type { WalletProvider } from './discovery';
import { connectWallet, walletChain } from './sign-in-message';

/** The wallet does not know this chain (EIP-3326). */
const UNKNOWN_CHAIN = 4902;

/** The wallet stays on another chain than the payment is for. */
export class OtherChain extends Error {}

/**
 * Has a wallet send a payment, on the right chain.
 *
 * @returns the hash of the transaction
 * @throws OtherChain when the wallet does not come to the chain
 */
export async function payWith(
  provider: WalletProvider,
  chain: PaymentChain,
  call: WalletCall,
): Promise<string> {
  const from = await connectWallet(provider);
  await bringTo(provider, chain);
  const hash = await provider.request({
    method: 'eth_sendTransaction',
    params: [{ from, to: call.to, value: call.value, data: call.data, chainId: call.chainId }],
  });
  if (typeof hash !== 'string' || !/^0x[0-9a-fA-F]{64}$/.test(hash)) {
    throw new Error('the wallet named no transaction');
  }
  return hash;
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

function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}
