import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { leaveSession } from '@/lib/api/session';
import { ReplicaContext } from '@/lib/sync/replica-context';
import { signOut } from '../api/sign-out';
import { signOutEverywhere } from '../api/sign-out-everywhere';

/** Ends the session here, or everywhere, and deletes what this browser keeps. */
export function useSignOut() {
  // Who is not in yet has no copy.
  const replica = useContext(ReplicaContext);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (where: 'here' | 'everywhere') =>
      leaveSession(async () => {
        try {
          await (where === 'here' ? signOut() : signOutEverywhere());
        } catch (error) {
          // A session that has ended already is just what was wanted.
          if (!(error instanceof ApiProblem && error.status === 401)) {
            throw error;
          }
        }
        await replica?.wipe();
        queries.clear();
      }),
  });
}
