const BASE_MS = 500;
const CAP_MS = 30_000;

/**
 * How long to wait before attempt number `attempt` (from 0): exponential with full jitter, so that
 * clients of a restarted server do not come back in step.
 *
 * @param random a number from 0 (inclusive) to 1
 */
export function backOff(attempt: number, random: () => number): number {
  const ceiling = Math.min(CAP_MS, BASE_MS * 2 ** Math.min(attempt, 16));
  return Math.round(random() * ceiling);
}
