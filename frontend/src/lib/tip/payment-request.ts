import { MOST_UNITS } from './amount';
import type { TipFacts } from './tip-entry';

/** What one person is asked for. */
export interface Share {
  account: string;
  /** In the smallest units; as text, since numbers of JSON are too small. */
  amount: string;
}

/**
 * A payment that the author of a message asks for, of one person or of several. It names things and
 * not how they are called: symbol and decimals are those of the list of the chains.
 */
export interface PaymentRequest {
  /** The id of the chain. */
  chain: number;
  /** The contract of a token; absent for the currency of the chain. */
  token?: string;
  /** Where it is to go. */
  address: string;
  /** What it is for. */
  words?: string;
  shares: readonly Share[];
}

/** So many people share one request. */
export const MOST_SHARES = 50;
export const LONGEST_WORDS = 200;

const ADDRESS = /^0x[0-9a-fA-F]{40}$/;
const AMOUNT = /^[1-9]\d{0,77}$/;

/** Reads what a message asks for; undefined when it asks for nothing that this version understands. */
export function readRequest(value: unknown): PaymentRequest | undefined {
  if (typeof value !== 'object' || value === null) {
    return undefined;
  }
  const { chain, token, address, words, shares } = value as Record<string, unknown>;
  if (
    !Number.isSafeInteger(chain) ||
    (chain as number) < 1 ||
    (token !== undefined && !isAddress(token)) ||
    !isAddress(address) ||
    !Array.isArray(shares) ||
    shares.length < 1 ||
    shares.length > MOST_SHARES
  ) {
    return undefined;
  }
  const read = shares.flatMap((share: unknown) => {
    const one = shareOf(share);
    return one === undefined ? [] : [one];
  });
  // Whoever stood in it twice would not know what he has paid.
  if (
    read.length < shares.length ||
    new Set(read.map(({ account }) => account)).size < read.length
  ) {
    return undefined;
  }
  return {
    chain: chain as number,
    ...(token === undefined ? {} : { token }),
    address,
    ...(typeof words === 'string' && words.trim() !== ''
      ? { words: words.slice(0, LONGEST_WORDS) }
      : {}),
    shares: read,
  };
}

function shareOf(value: unknown): Share | undefined {
  const { account, amount } = (value ?? {}) as Record<string, unknown>;
  return typeof account === 'string' &&
    typeof amount === 'string' &&
    AMOUNT.test(amount) &&
    BigInt(amount) <= MOST_UNITS
    ? { account, amount }
    : undefined;
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && ADDRESS.test(value);
}

/** A total in equal parts, to the last unit: what is left over goes to the first ones, one unit each. */
export function equalShares(total: bigint, count: number): bigint[] {
  const parts = BigInt(count);
  const rest = total % parts;
  return Array.from({ length: count }, (_, at) => total / parts + (BigInt(at) < rest ? 1n : 0n));
}

/** All that is asked for. */
export function totalOf({ shares }: PaymentRequest): bigint {
  return shares.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
}

/** A payment as any wallet reads it (EIP-681); without an amount, the wallet asks for it. */
export function paymentLink(
  { chain, token, address }: Pick<PaymentRequest, 'chain' | 'token' | 'address'>,
  amount: string | undefined,
): string {
  const [value, units] =
    amount === undefined ? ['', ''] : [`?value=${amount}`, `&uint256=${amount}`];
  return token === undefined
    ? `ethereum:${address}@${chain}${value}`
    : `ethereum:${token}@${chain}/transfer?address=${address}${units}`;
}

/** How far the payment of a share has come. */
export type ShareState = 'open' | 'coming' | 'paid';

const COMING: readonly TipFacts['state'][] = ['submitted', 'included', 'confirming', 'reorged'];

/**
 * How far the payment of a share has come, by the tips that name the request. Who pays can name any
 * request: only what he gives to its author, of just this and just so much, to just this address, counts.
 *
 * @param author who asks
 */
export function shareState(
  request: PaymentRequest,
  author: string,
  { account, amount }: Share,
  tips: readonly TipFacts[],
): ShareState {
  const states = tips
    .filter(
      (tip) =>
        tip.payer === account &&
        tip.recipient === author &&
        tip.chain === request.chain &&
        tip.token?.toLowerCase() === request.token?.toLowerCase() &&
        tip.address.toLowerCase() === request.address.toLowerCase() &&
        tip.units === BigInt(amount),
    )
    .map(({ state }) => state);
  return states.includes('final')
    ? 'paid'
    : states.some((state) => COMING.includes(state))
      ? 'coming'
      : 'open';
}
