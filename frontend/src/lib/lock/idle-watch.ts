import type { IdleMinutes } from './browser-lock';

/** Being used is written down so often at most. Milliseconds. */
const GRAIN_MS = 1_000;

const MINUTE_MS = 60_000;

/** What all tabs of the browser read and write, at once. */
export type Shared = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

export interface IdleWatchOptions {
  account: string;
  minutes: IdleMinutes;
  /** Milliseconds since 1970: a clock that goes on while the computer sleeps. */
  clock: () => number;
  shared: Shared;
  /** Nobody has used any tab for that long, or the others have locked before. Called once. */
  onLock: (why: 'idle' | 'told') => void;
}

/**
 * Knows when the app was last used in any tab, and when it has to lock. What is used after the time
 * is over does not begin the time anew: a computer that wakes up is locked by the first touch of it.
 */
export class IdleWatch {
  private readonly locks: string | null;
  private own: number;
  private isOver = false;

  constructor(private readonly options: IdleWatchOptions) {
    this.locks = options.shared.getItem(locksKey(options.account));
    this.own = options.clock();
    this.write();
  }

  /** Somebody does something in this tab. */
  used(): void {
    this.check();
    if (!this.isOver && this.options.clock() - this.own >= GRAIN_MS) {
      this.own = this.options.clock();
      this.write();
    }
  }

  /** To be called often, and whenever the page was not running. */
  check(): void {
    const { account, minutes, clock, shared, onLock } = this.options;
    if (this.isOver) {
      return;
    }
    const told = Number(shared.getItem(usedKey(account)) ?? this.own);
    const last = Number.isFinite(told) ? told : this.own;
    // A clock that was set back must not keep the lock open.
    const isIdle = Math.abs(clock() - last) >= minutes * MINUTE_MS;
    const locks = shared.getItem(locksKey(account));
    const isTold = locks !== null && locks !== this.locks;
    if (isIdle || isTold) {
      this.isOver = true;
      onLock(isTold ? 'told' : 'idle');
    }
  }

  private write(): void {
    const { account, shared } = this.options;
    shared.setItem(usedKey(account), String(this.own));
  }
}

/** Leaves word for tabs that do not run now and so hear of nothing. */
export function noteLocked(account: string, shared: Shared, clock: () => number): void {
  shared.setItem(locksKey(account), String(clock()));
}

/** Forgets when the app was used. */
export function forgetUse(account: string, shared: Shared): void {
  shared.removeItem(usedKey(account));
  shared.removeItem(locksKey(account));
}

function usedKey(account: string): string {
  return `parley.used.${account}`;
}

function locksKey(account: string): string {
  return `parley.locked.${account}`;
}
