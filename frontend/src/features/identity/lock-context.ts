import { createContext, use } from 'react';
import type { IdleMinutes } from '@/lib/lock/browser-lock';

/** The lock of this browser for who is signed in. */
export interface Lock {
  account: string;
  /** After how long it locks; undefined while the lock is off. */
  minutes: IdleMinutes | undefined;
}

export const LockContext = createContext<Lock | undefined>(undefined);

/** Only below the part of the app that needs an unlocked browser. */
export function useLockOfBrowser(): Lock {
  const lock = use(LockContext);
  if (lock === undefined) {
    throw new Error('the browser was not unlocked');
  }
  return lock;
}
