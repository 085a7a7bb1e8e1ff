import { useMutation, useQueryClient } from '@tanstack/react-query';
import { leaveSession } from '@/lib/api/session';
import { useReplica } from '@/lib/sync/replica-context';
import { deleteAccount } from '../api/delete-account';

/** Deletes the account, and then what this browser keeps of it. */
export function useDeleteAccount() {
  const replica = useReplica();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (username: string) =>
      leaveSession(async () => {
        await deleteAccount(username);
        await replica.wipe();
        queries.clear();
      }, 'account-deleted'),
  });
}
