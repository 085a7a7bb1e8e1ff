import { noteLocked } from './idle-watch';

/** What has to be stored is waited for, but not for ever. Milliseconds. */
const PATIENCE_MS = 2_000;

type LockNews = 'lock' | 'changed';

const keeping = new Set<() => Promise<unknown>>();
let isLocking = false;

/** Has something stored before the lock closes. Returns what ends that. */
export function beforeLock(keep: () => Promise<unknown>): () => void {
  keeping.add(keep);
  return () => {
    keeping.delete(keep);
  };
}

/** Locks every tab of this account in this browser, this one included. */
export function lockNow(account: string): void {
  noteLocked(account, localStorage, () => Date.now());
  tell(account, 'lock');
}

/** The lock was turned on or off, or otherwise changed: every tab looks anew, this one included. */
export function tellLockChanged(account: string): void {
  tell(account, 'changed');
}

/**
 * Locks this tab when it is told to, and hears of changes. Returns what ends that.
 */
export function hearLock(account: string, onChanged: () => void): () => void {
  const channel = new BroadcastChannel(nameOf(account));
  channel.addEventListener('message', ({ data }: MessageEvent<LockNews>) => {
    if (data === 'lock') {
      void lockHere();
    } else {
      onChanged();
    }
  });
  return () => channel.close();
}

/**
 * Shows nothing any more, stores what was typed, and loads the page anew: the keys and all texts go
 * with its memory, and its workers with it.
 */
export async function lockHere(): Promise<void> {
  if (isLocking) {
    return;
  }
  isLocking = true;
  document.body.hidden = true;
  const stored = Promise.allSettled([...keeping].map((keep) => keep()));
  await Promise.race([stored, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
  location.reload();
}

/** Other channels of the same name hear it, those of this page as well. */
function tell(account: string, news: LockNews): void {
  const channel = new BroadcastChannel(nameOf(account));
  channel.postMessage(news);
  channel.close();
}

function nameOf(account: string): string {
  return `parley-lock-${account}`;
}
