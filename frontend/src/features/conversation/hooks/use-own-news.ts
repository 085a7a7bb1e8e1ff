import { useReplicaState } from '@/lib/sync/replica-context';

/** Grows when this person's own stream tells something, such as that somebody asks to join. */
export function useOwnNews(): number {
  return useReplicaState((state) => state.streams.get(`u/${state.account}`)?.row.cursor ?? 0);
}
