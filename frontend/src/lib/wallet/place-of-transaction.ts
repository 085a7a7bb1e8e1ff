import { wait, type Wait } from './calls';
import type { WalletProvider } from './discovery';

/** A transaction that a wallet has sent. */
export interface SentTransaction {
  hash: string;
  /** Where it stands; undefined when the wallet does not say. */
  place?: PlaceOfTransaction;
}

/**
 * Where a transaction stands among those of its sender. Another one in the same place is what the
 * wallet sent in its stead.
 */
export interface PlaceOfTransaction {
  from: string;
  nonce: number;
}

/** What was paid is claimed without it rather than late. */
const ANSWER_WITHIN_MS = 2_000;

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const QUANTITY = /^0x(0|[1-9a-fA-F][0-9a-fA-F]{0,12})$/;

/**
 * Asks the wallet's own node, which has a transaction before all others. No permission is needed for
 * that, and nothing opens.
 *
 * @returns undefined when it does not say, or nothing that makes sense
 */
export async function placeOf(
  provider: WalletProvider,
  hash: string,
  pause: Wait = wait,
): Promise<PlaceOfTransaction | undefined> {
  try {
    const said = await Promise.race([
      provider.request({ method: 'eth_getTransactionByHash', params: [hash] }),
      pause(ANSWER_WITHIN_MS),
    ]);
    const { from, nonce } = (said ?? {}) as { from?: unknown; nonce?: unknown };
    return typeof from === 'string' &&
      ADDRESS.test(from) &&
      typeof nonce === 'string' &&
      QUANTITY.test(nonce)
      ? { from, nonce: Number(nonce) }
      : undefined;
  } catch {
    return undefined;
  }
}
