import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { BrowserLock, PasscodeRefused } from '@/lib/lock/browser-lock';

export interface PasscodeTry {
  /** Takes the passcode; not before it is time. */
  submit: (passcode: string) => void;
  /** It is being tried. */
  isPending: boolean;
  isWrong: boolean;
  /** What else went wrong. */
  error: Error | undefined;
  /** Seconds until the next passcode is taken. */
  wait: number;
  /** The person types anew. */
  reset: () => void;
}

/** Does something that the passcode is needed for, and says how that went. */
export function usePasscode<Result>(
  account: string,
  use: (passcode: string) => Promise<Result>,
  onDone: (result: Result) => void,
): PasscodeTry {
  const [nextAt, setNextAt] = useState(0);
  const wait = useSecondsUntil(nextAt);
  useEffect(() => {
    // Without it the person is told at the next try.
    new BrowserLock(account)
      .nextTryAt()
      .then(setNextAt)
      .catch(() => undefined);
  }, [account]);
  const trying = useMutation({
    mutationFn: use,
    // What is stored here needs no network.
    networkMode: 'always',
    onSuccess: onDone,
    onError: (error) => {
      if (error instanceof PasscodeRefused) {
        setNextAt(error.nextAt);
      }
    },
  });
  const isRefused = trying.error instanceof PasscodeRefused;
  return {
    submit: (passcode) => {
      if (wait === 0) {
        trying.mutate(passcode);
      }
    },
    isPending: trying.isPending,
    isWrong: isRefused,
    error: isRefused ? undefined : (trying.error ?? undefined),
    wait,
    reset: () => trying.reset(),
  };
}

const TICK_MS = 250;

function useSecondsUntil(time: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil((time - now) / 1_000));
}
