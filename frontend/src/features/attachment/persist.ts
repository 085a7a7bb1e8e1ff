import { budgetWords } from '@/lib/api/budget';
import { ApiProblem, ServerUnreachable } from '@/lib/api/problem';
import { backOff } from '@/lib/sync/back-off';

export interface Patience {
  /** A number from 0 (inclusive) to 1. */
  random: () => number;
  /** Waits, until the network comes back if that is sooner, or fails when it is given up. */
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Does something again for as long as the network or the server is away. */
export async function persist<T>(
  work: () => Promise<T>,
  signal: AbortSignal,
  patience: Patience,
): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error)) {
        throw error;
      }
      const asked = error instanceof ApiProblem ? (error.retryAfterSeconds ?? 0) * 1_000 : 0;
      await patience.wait(Math.max(asked, backOff(attempt, patience.random)), signal);
    }
  }
}

const NO_ROOM = 507;

/** A budget does not come back while somebody waits. */
function isPassing(error: unknown): boolean {
  return (
    error instanceof ServerUnreachable ||
    (error instanceof ApiProblem &&
      error.status >= 500 &&
      error.status !== NO_ROOM &&
      budgetWords(error.problem) === undefined)
  );
}

/** Waits in a browser. */
export function waitInBrowser(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      removeEventListener('online', woken);
      signal.removeEventListener('abort', given);
    };
    const woken = () => {
      end();
      resolve();
    };
    const given = () => {
      end();
      reject(signal.reason as Error);
    };
    const timer = setTimeout(woken, ms);
    addEventListener('online', woken);
    signal.addEventListener('abort', given);
  });
}
