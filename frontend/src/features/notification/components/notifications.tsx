import { useEffect } from 'react';
import { useMatch, useNavigate } from 'react-router';
import { onOpened } from '@/lib/notification/service-worker';
import { isSilent } from '@/lib/notification/conversation-notifications';
import { playSound, soundStore } from '@/lib/notification/sound';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { useNow } from '@/lib/format/use-now';
import { useRenewedPush } from '../hooks/use-push';
import { arrivedIn, waitingTotal } from '../waiting';

/** Draws nothing: keeps the badge of the app, makes the sound, and follows clicked notifications. */
export function Notifications() {
  const open = useMatch('/chats/:conversation')?.params.conversation;
  const replica = useReplica();
  const navigate = useNavigate();
  useRenewedPush();
  useBadge();
  useEffect(() => onOpened((path) => void navigate(path)), [navigate]);
  useEffect(
    () =>
      replica.store.subscribe((state, before) => {
        const now = new Date();
        const isHeard = arrivedIn(state, before).some((id) => {
          const conversation = state.conversations.get(id);
          const isLookedAt = id === open && document.hasFocus();
          return conversation !== undefined && !isLookedAt && !isSilent(conversation, now);
        });
        if (isHeard && soundStore.getState().isOn) {
          playSound();
        }
      }),
    [replica, open],
  );
  return null;
}

/** The icon of an installed app tells how much waits to be read. */
function useBadge(): void {
  const now = useNow();
  const waiting = useReplicaState((state) => waitingTotal(state, now));
  useEffect(() => {
    const badge = navigator as Partial<Pick<Navigator, 'setAppBadge' | 'clearAppBadge'>>;
    // Only an installed app has one; elsewhere the wish is refused.
    const shown = waiting > 0 ? badge.setAppBadge?.(waiting) : badge.clearAppBadge?.();
    shown?.catch(() => undefined);
  }, [waiting]);
}
