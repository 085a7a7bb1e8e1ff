import { useState } from 'react';
import { useReplicaState } from '@/lib/sync/replica-context';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useRecovery } from './use-recovery';

/** So long a reminder that was put off stays away. Milliseconds: a week. */
const PUT_OFF_MS = 7 * 24 * 3600 * 1000;

/**
 * What is left to do about recovery: `open` the messages here, or `set-up` a way, once there is an
 * encrypted conversation; and whether the person is to be reminded of it now.
 */
export function useRecoveryReminder() {
  const { account } = useCurrentSession();
  const { query } = useRecovery();
  const isNeeded = useReplicaState((state) =>
    [...state.conversations.values()].some(({ kind }) => kind === 'e2ee'),
  );
  const stored = `parley.recovery-later.${account.id}`;
  const [putOff, setPutOff] = useState(() => Number(localStorage.getItem(stored) ?? 0));
  const [now] = useState(() => Date.now());
  return {
    left: query.data === undefined || !isNeeded ? undefined : leftOf(query.data),
    isDue: putOff + PUT_OFF_MS < now,
    later: () => {
      const at = Date.now();
      localStorage.setItem(stored, String(at));
      setPutOff(at);
    },
  };
}

function leftOf({
  root,
  methods,
}: {
  root: 'here' | 'locked';
  methods: readonly unknown[];
}): 'open' | 'set-up' | undefined {
  if (root === 'locked') {
    return 'open';
  }
  return methods.length === 0 ? 'set-up' : undefined;
}
