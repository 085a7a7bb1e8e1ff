import type { PaymentChain, WalletCall } from '@/lib/api/types';
import type { WalletProvider } from './discovery';
import { codeOf, NotPaid, UnclearPayment } from './payment-refusal';

/** The only version that is spoken here (EIP-5792). */
const VERSION = '2.0.0';

/** 4,096 bytes in hexadecimal: no name of a batch is longer. */
const LONGEST_ID = 8194;

/** A wallet has so long to say what it can do; that needs nobody's word. */
const OFFER_MS = 3_000;

const SOONEST_MS = 500;
const LATEST_MS = 5_000;

/** A wallet that fails so often, one time after the other, does not answer any more. */
const FAILURES = 5;

/** Names of errors: there is no such method (EIP-1474, EIP-1193), and no such batch (EIP-5792). */
const NO_METHOD: readonly unknown[] = [-32601, 4200];
const UNKNOWN_BATCH = 5730;

const HASH = /^0x[0-9a-fA-F]{64}$/;

/** Lets time pass. */
export type Wait = (ms: number) => Promise<void>;

export const wait: Wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The hash that a wallet names a transaction by. */
export function readHash(value: unknown): string | undefined {
  return typeof value === 'string' && HASH.test(value) ? value.toLowerCase() : undefined;
}

/**
 * Whether a wallet says that it sends batches on a chain; what it says of chain 0 holds for all. Nothing
 * opens by this question.
 */
export async function offersCalls(
  provider: WalletProvider,
  from: string,
  chain: PaymentChain,
  pause: Wait = wait,
): Promise<boolean> {
  const asked = provider
    .request({ method: 'wallet_getCapabilities', params: [from, [hex(chain.id)]] })
    .catch(() => undefined);
  const said = await Promise.race([asked, pause(OFFER_MS)]);
  return Object.entries(objectOf(said)).some(([id, capabilities]) => {
    const { status } = objectOf(objectOf(capabilities).atomic);
    return (
      isHex(id) &&
      [0, chain.id].includes(Number(id)) &&
      (status === 'supported' || status === 'ready')
    );
  });
}

/**
 * Has a wallet send one call, on the chain that it is on.
 *
 * @returns the name of what was sent; undefined when the wallet cannot do it after all, and has
 *   asked nobody
 * @throws UnclearPayment when it may have sent it, and gives no name to ask by
 */
export async function sendCalls(
  provider: WalletProvider,
  from: string,
  { chainId, to, value, data }: WalletCall,
): Promise<string | undefined> {
  let answer: unknown;
  try {
    answer = await provider.request({
      method: 'wallet_sendCalls',
      // One call needs no contract to be carried out as one: nobody is asked for an upgrade.
      params: [
        { version: VERSION, chainId, from, atomicRequired: false, calls: [{ to, value, data }] },
      ],
    });
  } catch (error) {
    if (NO_METHOD.includes(codeOf(error))) {
      return undefined;
    }
    throw error;
  }
  const { id } = objectOf(answer);
  if (typeof id !== 'string' || id === '' || id.length > LONGEST_ID) {
    throw new UnclearPayment('nonsense');
  }
  return id;
}

/**
 * Asks a wallet about what it was given to send until there is a transaction. Nothing opens by that.
 *
 * @returns its hash
 * @throws NotPaid when it has come to nothing
 * @throws UnclearPayment when the wallet says nothing that could be followed
 */
export async function hashOfCalls(
  provider: WalletProvider,
  id: string,
  chain: PaymentChain,
  signal?: AbortSignal,
  pause: Wait = wait,
): Promise<string> {
  const between = Math.min(LATEST_MS, Math.max(SOONEST_MS, chain.blockTime / 2));
  let failures = 0;
  for (;;) {
    signal?.throwIfAborted();
    let answer: unknown;
    try {
      answer = await provider.request({ method: 'wallet_getCallsStatus', params: [id] });
      failures = 0;
    } catch (error) {
      failures += 1;
      if (codeOf(error) === UNKNOWN_BATCH || NO_METHOD.includes(codeOf(error))) {
        throw new UnclearPayment('unknown');
      }
      if (failures >= FAILURES) {
        throw new UnclearPayment('silent');
      }
    }
    const hash = failures === 0 ? hashIn(answer, id, chain) : undefined;
    if (hash !== undefined) {
      return hash;
    }
    await pause(between);
  }
}

/** The transaction that a wallet names; undefined as long as it is under way. */
function hashIn(answer: unknown, id: string, chain: PaymentChain): string | undefined {
  const { id: named, chainId, status, receipts } = objectOf(answer);
  if (named !== id || !Number.isSafeInteger(status)) {
    throw new UnclearPayment('nonsense');
  }
  if (!isHex(chainId) || Number(chainId) !== chain.id) {
    throw new UnclearPayment('elsewhere');
  }
  switch (Math.floor((status as number) / 100)) {
    case 1:
      return undefined;
    case 4:
      throw new NotPaid('not-sent');
    case 5:
      throw new NotPaid('reverted');
    case 2:
    case 6:
      return onlyHash(receipts);
    default:
      throw new UnclearPayment('nonsense');
  }
}

/** One call is one transaction: of several nobody could say which one has paid. */
function onlyHash(receipts: unknown): string {
  const hashes = new Set(
    (Array.isArray(receipts) ? receipts : []).map((receipt) =>
      readHash(objectOf(receipt).transactionHash),
    ),
  );
  const [hash] = hashes;
  if (hashes.size > 1) {
    throw new UnclearPayment('several');
  }
  if (hash === undefined) {
    throw new UnclearPayment('nonsense');
  }
  return hash;
}

function objectOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function isHex(value: unknown): value is string {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{1,16}$/.test(value);
}

function hex(chain: number): string {
  return `0x${chain.toString(16)}`;
}
