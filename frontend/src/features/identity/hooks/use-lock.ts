import { useCallback, useEffect, useState } from 'react';
import { sessionStore } from '@/lib/api/session-store';
import { wipeAccount } from '@/lib/lock/browser-databases';
import { BrowserLock, type IdleMinutes, type LockSetting } from '@/lib/lock/browser-lock';
import { forgetUse } from '@/lib/lock/idle-watch';
import { hearLock } from '@/lib/lock/locking';

export type LockState =
  /** It is not known yet. Nothing is opened. */
  | { state: 'reading' }
  /** The passcode comes first. */
  | { state: 'closed'; onUnlocked: (key: CryptoKey) => void }
  /** Here is the key of this browser, and after how long it locks, when it does. */
  | { state: 'open'; key: CryptoKey; minutes: IdleMinutes | undefined };

/** Whether what this browser keeps for the account may be opened. */
export function useLock(account: string): LockState {
  const [setting, setSetting] = useState<LockSetting>();
  const [key, setKey] = useState<CryptoKey>();
  const look = useCallback(async () => {
    const found = await new BrowserLock(account).setting();
    setSetting(found);
    if (!found.isOn) {
      setKey((known) => known ?? found.key);
    }
  }, [account]);
  useEffect(() => {
    // A browser that does not let us read shows that it goes on starting.
    const lookAgain = () => void look().catch(() => undefined);
    lookAgain();
    return hearLock(account, lookAgain);
  }, [account, look]);
  useEffect(() => () => forgetAfter(account), [account]);
  if (key !== undefined) {
    return { state: 'open', key, minutes: setting?.isOn === true ? setting.minutes : undefined };
  }
  return setting === undefined ? { state: 'reading' } : { state: 'closed', onUnlocked: setKey };
}

/** Who has signed out is not waited for; of an account that was deleted nothing stays. */
function forgetAfter(account: string): void {
  const session = sessionStore.getState();
  if (session.status === 'signed-out') {
    forgetUse(account, localStorage);
    if (session.why === 'account-deleted') {
      void wipeAccount(account);
    }
  }
}
