import { useMutation } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast-store';
import { decideJoinRequest } from '../api/decide-join-request';
import { setRole } from '../api/set-role';
import { unban } from '../api/unban';
import { useGroupProblem } from './use-group-problem';

/** What is done to a member at one touch; when it fails, a passing note says why. */
export function useSetRole(group: string) {
  const words = useGroupProblem();
  return useMutation({
    mutationFn: ({ account, role }: { account: string; role: Parameters<typeof setRole>[2] }) =>
      setRole(group, account, role),
    onError: (error) => toast(words(error).title, 'failed'),
  });
}

/** Lifts a ban. */
export function useUnban(group: string, onLifted: () => void) {
  const words = useGroupProblem();
  return useMutation({
    mutationFn: (account: string) => unban(group, account),
    onSuccess: onLifted,
    onError: (error) => toast(words(error).title, 'failed'),
  });
}

/** Lets somebody in who asks to join, or not. */
export function useDecide(group: string, onSettled: () => void) {
  const words = useGroupProblem();
  return useMutation({
    mutationFn: ({ account, accept }: { account: string; accept: boolean }) =>
      decideJoinRequest(group, account, accept),
    onSettled,
    onError: (error) => toast(words(error).title, 'failed'),
  });
}
