import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Replica } from './replica';
import type { ReplicaState } from './replica-state';

export const ReplicaContext = createContext<Replica | null>(null);

/** The local copy of this account. Only below the part of the app that needs a signed-in person. */
export function useReplica(): Replica {
  const replica = useContext(ReplicaContext);
  if (replica === null) {
    throw new Error('useReplica is used outside of the signed-in part of the app');
  }
  return replica;
}

/** A part of what this account sees; the component draws again when that part changes. */
export function useReplicaState<T>(select: (state: ReplicaState) => T): T {
  return useStore(useReplica().store, select);
}
