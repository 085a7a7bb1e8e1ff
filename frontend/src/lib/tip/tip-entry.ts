import type { Tip } from '@/lib/api/types';
import type { Entry } from '@/lib/socket/frames';

/** What an entry of the kind `tip` says: everything of the tip as it was then. */
export interface TipFacts {
  id: string;
  state: Tip['state'];
  payer: string;
  recipient: string;
  address: string;
  chain: number;
  symbol: string;
  decimals: number;
  units: bigint;
  hash?: string;
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
    facts = read(entry.body);
    if (facts !== undefined) {
      READ.set(entry, facts);
    }
  }
  return facts;
}

function read(body: string): TipFacts | undefined {
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
  const { hash, fault, confirmations, needed } = said;
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
    !isCount(confirmations) ||
    !isCount(needed)
  ) {
    return undefined;
  }
  return {
    id: tip,
    state: state as Tip['state'],
    payer,
    recipient,
    address,
    chain,
    symbol,
    decimals,
    units: BigInt(amount),
    ...(typeof hash === 'string' && /^0x[0-9a-f]{64}$/.test(hash) ? { hash } : {}),
    ...(typeof fault === 'string' ? { fault } : {}),
    confirmations,
    needed,
  };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
