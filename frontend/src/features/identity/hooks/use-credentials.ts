import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Credentials } from '@/lib/api/types';
import { credentialsQuery } from '../api/list-credentials';
import { sessionsQuery } from '../api/list-sessions';
import { removePasskey } from '../api/remove-passkey';
import { removePassword } from '../api/remove-password';
import { setPassword } from '../api/set-password';
import { unlinkIdentity } from '../api/unlink-identity';
import { unlinkWallet } from '../api/unlink-wallet';

/** The ways to sign in, and what can be done about them. */
export function useCredentials() {
  const queries = useQueryClient();
  const askAgain = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: credentialsQuery.queryKey }),
      // Other devices may have been signed out.
      queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
    ]);
  const keep = (credentials: Credentials) =>
    queries.setQueryData(credentialsQuery.queryKey, credentials);
  return {
    query: useQuery(credentialsQuery),
    keep,
    settingPassword: useMutation({
      mutationFn: setPassword,
      onSuccess: keep,
      onSettled: askAgain,
    }),
    removingPassword: useMutation({ mutationFn: removePassword, onSettled: askAgain }),
    removingPasskey: useMutation({ mutationFn: removePasskey, onSettled: askAgain }),
    unlinkingIdentity: useMutation({ mutationFn: unlinkIdentity, onSettled: askAgain }),
    unlinking: useMutation({ mutationFn: unlinkWallet, onSettled: askAgain }),
  };
}
