import type { PaymentChain } from '@/lib/api/types';
import { ownWord, type NodeAnswers, type OwnWord } from '@/lib/tip/own-word';
import type { TipFacts } from '@/lib/tip/tip-entry';
import type { WalletProvider } from './discovery';

/**
 * Asks the nodes of one's own wallets about a tip. Only what needs no permission is asked: no wallet
 * opens, and none tells which accounts it has. The first that has something to say is believed.
 */
export async function askOwnNodes(
  providers: readonly WalletProvider[],
  tip: TipFacts,
  chain: PaymentChain,
): Promise<OwnWord> {
  const words = providers.map(async (provider) => {
    const word = ownWord(tip, chain, await answersOf(provider, tip, chain));
    if (word.says === 'nothing') {
      throw new Error('the node of this wallet says nothing');
    }
    return word;
  });
  try {
    return await Promise.any(words);
  } catch {
    return { says: 'nothing' };
  }
}

async function answersOf(
  provider: WalletProvider,
  tip: TipFacts,
  chain: PaymentChain,
): Promise<NodeAnswers> {
  const ask = (method: string, ...params: unknown[]) => provider.request({ method, params });
  const chainId = await provider.request({ method: 'eth_chainId' });
  if (Number(chainId) !== chain.id) {
    throw new Error('the wallet is on another chain');
  }
  const [transaction, receipt] = await Promise.all([
    ask('eth_getTransactionByHash', tip.hash),
    ask('eth_getTransactionReceipt', tip.hash),
  ]);
  const number = (receipt as { blockNumber?: unknown } | null | undefined)?.blockNumber;
  // Asked after the receipt, so that no block is newer than the head.
  const [block, head, finalized] = await Promise.all([
    typeof number === 'string' ? ask('eth_getBlockByNumber', number, false) : undefined,
    ask('eth_getBlockByNumber', 'latest', false),
    chain.depth === undefined ? ask('eth_getBlockByNumber', 'finalized', false) : undefined,
  ]);
  return { chainId, transaction, receipt, block, head, finalized };
}
