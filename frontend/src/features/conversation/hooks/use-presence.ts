import type { PresenceState } from '@/lib/socket/frames';
import { useReplicaState } from '@/lib/sync/replica-context';

/** How somebody is there; undefined when he is not, or when nobody can know without a connection. */
export function usePresence(person: string): PresenceState | undefined {
  return useReplicaState((state) =>
    state.status === 'online' || state.status === 'catching-up'
      ? state.presence.get(person)?.state
      : undefined,
  );
}

/** When the other one of a conversation was last there, RFC 3339. */
export function useLastSeen(conversation: string, person: string): string | undefined {
  return useReplicaState((state) => {
    const stored = state.conversations.get(conversation)?.presence?.lastSeen;
    const left = state.presence.get(person)?.leftAt;
    return left !== undefined && (stored === undefined || left > stored) ? left : stored;
  });
}
