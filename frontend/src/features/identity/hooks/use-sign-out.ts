import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { ApiProblem } from '@/lib/api/problem';
import { leaveSession } from '@/lib/api/session';
import { currentSession } from '@/lib/api/session-store';
import { wipeAccount } from '@/lib/lock/browser-databases';
import { ReplicaContext } from '@/lib/sync/replica-context';
import { signOut } from '../api/sign-out';
import { signOutEverywhere } from '../api/sign-out-everywhere';

export interface SigningOut {
  where: 'here' | 'everywhere';
  /** What this browser has of the account stays in it, sealed, for the next sign-in. */
  keeps?: boolean;
}

/** Ends the session here, or everywhere, and deletes what this browser keeps, if that is wanted. */
export function useSignOut() {
  // Who is not in yet has no copy; who is locked out has one and cannot open it.
  const replica = useContext(ReplicaContext);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ where, keeps = false }: SigningOut) =>
      leaveSession(
        async () => {
          const account = currentSession()?.account.id;
          try {
            await (where === 'here' ? signOut() : signOutEverywhere());
          } catch (error) {
            // A session that has ended already is just what was wanted.
            if (!(error instanceof ApiProblem && error.status === 401)) {
              throw error;
            }
          }
          if (!keeps) {
            await (replica === null ? wiped(account) : replica.wipe());
          }
          queries.clear();
        },
        'left',
        keeps,
      ),
  });
}

async function wiped(account: string | undefined): Promise<void> {
  if (account !== undefined) {
    await wipeAccount(account);
  }
}
