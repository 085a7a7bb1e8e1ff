/**
 * Waits until this tab is the only one that holds `lock`, runs `lead`, and holds the lock until
 * `signal` is aborted or the tab dies. Resolves when it is over.
 */
export async function leadUntil(
  signal: AbortSignal,
  lock: string,
  lead: () => Promise<void>,
): Promise<void> {
  try {
    await navigator.locks.request(lock, { signal }, async () => {
      await lead();
      await aborted(signal);
    });
  } catch (error) {
    if (!signal.aborted) {
      throw error;
    }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    } else {
      signal.addEventListener('abort', () => resolve(), { once: true });
    }
  });
}
