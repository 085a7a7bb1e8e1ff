import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useContext } from 'react';
import { leaveSession } from '@/lib/api/session';
import { ReplicaContext } from '@/lib/sync/replica-context';
import { deleteAccount } from '../api/delete-account';

/** Deletes the account, and then what this browser keeps of it. */
export function useDeleteAccount() {
  // Who is not in yet has no copy.
  const replica = useContext(ReplicaContext);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (username: string) =>
      leaveSession(async () => {
        await deleteAccount(username);
        await replica?.wipe();
        queries.clear();
      }, 'account-deleted'),
  });
}
