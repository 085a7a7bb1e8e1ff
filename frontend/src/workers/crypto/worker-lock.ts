/** How long a worker that is just ending is waited for. Milliseconds. */
const PATIENCE = 5000;

/** Takes a lock of the browser until the answer is called; undefined when somebody keeps it. */
export function waitForLock(
  locks: Pick<LockManager, 'request'>,
  name: string,
  patience = PATIENCE,
): Promise<(() => void) | undefined> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(patience);
    locks
      .request(name, { signal }, () => new Promise<void>((release) => resolve(release)))
      .catch((error: unknown) => {
        if (signal.aborted) {
          resolve(undefined);
        } else {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      });
  });
}
