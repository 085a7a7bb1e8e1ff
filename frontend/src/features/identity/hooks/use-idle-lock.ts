import { useEffect } from 'react';
import type { IdleMinutes } from '@/lib/lock/browser-lock';
import { IdleWatch } from '@/lib/lock/idle-watch';
import { lockHere, lockNow } from '@/lib/lock/locking';

/** Milliseconds. */
const CHECK_EVERY_MS = 1_000;

/** What a person does to a page. */
const USES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

/** When a page that did not run goes on. */
const AWAKE = ['focus', 'pageshow'] as const;

/**
 * Locks when no tab was used for so long; never without a number.
 *
 * @param onWork calls what it is given when the app itself works for the person, such as uploading;
 *     returns what ends that
 */
export function useIdleLock(
  account: string,
  minutes: IdleMinutes | undefined,
  onWork: (used: () => void) => () => void,
): void {
  useEffect(() => {
    if (minutes === undefined) {
      return undefined;
    }
    const watch = new IdleWatch({
      account,
      minutes,
      clock: () => Date.now(),
      shared: localStorage,
      // Who was told late must not tell the others again: they may have been unlocked since.
      onLock: (why) => (why === 'idle' ? lockNow(account) : void lockHere()),
    });
    const used = () => watch.used();
    const check = () => watch.check();
    const seen = () => (document.visibilityState === 'visible' ? used() : undefined);
    const timer = setInterval(check, CHECK_EVERY_MS);
    const deaf = onWork(used);
    USES.forEach((type) => addEventListener(type, used, { capture: true, passive: true }));
    AWAKE.forEach((type) => addEventListener(type, check));
    document.addEventListener('resume', check);
    document.addEventListener('visibilitychange', seen);
    return () => {
      clearInterval(timer);
      deaf();
      USES.forEach((type) => removeEventListener(type, used, { capture: true }));
      AWAKE.forEach((type) => removeEventListener(type, check));
      document.removeEventListener('resume', check);
      document.removeEventListener('visibilitychange', seen);
    };
  }, [account, minutes, onWork]);
}
