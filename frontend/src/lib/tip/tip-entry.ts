import type { Tip } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';

/** What an entry of the kind `tip` says: everything of the tip as it was then. */
export interface TipFacts {
  id: string;
  /** When the entry was written. RFC 3339. */
  at: string;
  state: Tip['state'];
  payer: string;
  recipient: string;
  address: string;
  chain: number;
  symbol: string;
  decimals: number;
  /** The contract of a token; absent for the currency of the chain. */
  token?: string;
  units: bigint;
  hash?: string;
  /** The wallet that has paid, as the server says. */
  from?: string;
  /** The entry that asked for it, by what the payer says. */
  request?: number;
  fault?: string;
  confirmations: number;
  needed: number;
}

const STATES: readonly unknown[] = [
  'intent',
  'submitted',
  'included',
  'confirming',
  'final',
  'replaced',
  'failed',
  'reorged',
  'expired',
  'cancelled',
] satisfies Tip['state'][];

const READ = new WeakMap<Entry, TipFacts>();

/** The tip that an entry tells of; undefined when it tells of none that this version knows. */
export function tipIn(entry: Entry): TipFacts | undefined {
  if (entry.kind !== 'tip' || entry.body === undefined) {
    return undefined;
  }
  let facts = READ.get(entry);
  if (facts === undefined) {
    facts = read(entry.body, entry.at);
    if (facts !== undefined) {
      READ.set(entry, facts);
    }
  }
  return facts;
}

function read(body: string, at: string): TipFacts | undefined {
  let said: Record<string, unknown>;
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value !== 'object' || value === null) {
      return undefined;
    }
    said = value as Record<string, unknown>;
  } catch {
    return undefined;
  }
  const { tip, state, payer, recipient, address, chain, symbol, decimals, amount } = said;
  const { token, hash, from, request, fault, confirmations, needed } = said;
  if (
    typeof tip !== 'string' ||
    !STATES.includes(state) ||
    typeof payer !== 'string' ||
    typeof recipient !== 'string' ||
    typeof address !== 'string' ||
    !isCount(chain) ||
    typeof symbol !== 'string' ||
    !isCount(decimals) ||
    decimals > 36 ||
    typeof amount !== 'string' ||
    !/^[1-9]\d{0,77}$/.test(amount) ||
    (token !== undefined && !isAddress(token)) ||
    !isCount(confirmations) ||
    !isCount(needed)
  ) {
    return undefined;
  }
  return {
    id: tip,
    at,
    state: state as Tip['state'],
    payer,
    recipient,
    address,
    chain,
    symbol,
    decimals,
    ...(token === undefined ? {} : { token }),
    units: BigInt(amount),
    ...(typeof hash === 'string' && /^0x[0-9a-f]{64}$/.test(hash) ? { hash } : {}),
    ...(isAddress(from) ? { from } : {}),
    ...(isCount(request) && request > 0 ? { request } : {}),
    ...(typeof fault === 'string' ? { fault } : {}),
    confirmations,
    needed,
  };
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value);
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
