import { createStore } from 'zustand/vanilla';
import type { Wallet } from './discovery';
import type { Doubt, PaymentRefusal } from './payment-refusal';

/** What a wallet was given to send for a tip, and has named no transaction for yet. */
export interface KeptCalls {
  tip: string;
  chain: number;
  /** The wallet's name for it. */
  id: string;
  /** Which wallet that is (EIP-6963); the same in each visit. */
  wallet: string;
  /** Nobody asks any more. Milliseconds since 1970. */
  until: number;
}

/** More are not open at once: the server promises fewer. */
const MOST = 50;

const keyOf = (account: string) => `parley.calls.${account}`;

/** By what a wallet is found again in another visit. */
export function walletName({ info }: Wallet): string {
  return info.rdns === '' ? info.uuid : info.rdns;
}

/** What has become of one, as far as this page has seen it. */
export type CallsEnd =
  | { as: 'claimed' }
  | { as: 'refused'; why: PaymentRefusal }
  | { as: 'unclear'; doubt: Doubt }
  | { as: 'unclaimed'; error: unknown };

interface KeptCallsState {
  kept: readonly KeptCalls[];
  /** By tip. */
  ends: ReadonlyMap<string, CallsEnd>;
}

/** The tips that wait for a wallet, of the account that is on the screen. */
export const keptCallsStore = createStore<KeptCallsState>(() => ({ kept: [], ends: new Map() }));

/** Takes up what an account has left here. */
export function openKeptCalls(account: string, now: number): void {
  keptCallsStore.setState({ kept: read(account, now), ends: new Map() });
}

/** Says what has become of one; undefined has it asked for once more. */
export function endCalls(tip: string, end: CallsEnd | undefined): void {
  keptCallsStore.setState((state) => {
    const ends = new Map(state.ends);
    if (end === undefined) {
      ends.delete(tip);
    } else {
      ends.set(tip, end);
    }
    return { ends };
  });
}

/** Keeps one, so that another visit goes on asking; in place of what was kept of the same tip. */
export function keepCalls(account: string, calls: KeptCalls, now: number): void {
  const others = read(account, now).filter(({ tip }) => tip !== calls.tip);
  write(account, [...others, calls].slice(-MOST));
}

/** Forgets one. */
export function forgetCalls(account: string, tip: string, now: number): void {
  write(
    account,
    read(account, now).filter((calls) => calls.tip !== tip),
  );
}

function read(account: string, now: number): readonly KeptCalls[] {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(keyOf(account)) ?? '[]');
    return Array.isArray(value)
      ? (value as unknown[])
          .filter(isKept)
          .filter(({ until }) => until > now)
          .slice(-MOST)
      : [];
  } catch {
    return [];
  }
}

function write(account: string, kept: readonly KeptCalls[]): void {
  if (kept.length === 0) {
    localStorage.removeItem(keyOf(account));
  } else {
    localStorage.setItem(keyOf(account), JSON.stringify(kept));
  }
  keptCallsStore.setState({ kept });
}

function isKept(value: unknown): value is KeptCalls {
  const calls = (value ?? {}) as Partial<KeptCalls>;
  return (
    typeof calls.tip === 'string' &&
    typeof calls.id === 'string' &&
    typeof calls.wallet === 'string' &&
    typeof calls.chain === 'number' &&
    typeof calls.until === 'number'
  );
}
