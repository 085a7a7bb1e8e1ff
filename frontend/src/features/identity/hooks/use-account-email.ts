import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountEmail } from '@/lib/api/types';
import { toast } from '@/components/ui/toast-store';
import { accountEmailQuery } from '../api/account-email';
import { giveAccountEmail } from '../api/give-account-email';
import { removeAccountEmail } from '../api/remove-account-email';
import { sendEmailLink } from '../api/send-email-link';
import { takeBackEmail } from '../api/take-back-email';

export type EmailCommands = ReturnType<typeof useAccountEmail>;

/** The addresses of the account, and what can be done about them. */
export function useAccountEmail() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { queryKey } = accountEmailQuery;
  const keep = (email: AccountEmail) => queries.setQueryData(queryKey, email);
  const askAgain = () => queries.invalidateQueries({ queryKey });
  return {
    query: useQuery(accountEmailQuery),
    giving: useMutation({ mutationFn: giveAccountEmail, onSuccess: keep }),
    sending: useMutation({
      mutationFn: sendEmailLink,
      onSuccess: (email) => {
        keep(email);
        toast(t('email.sentAgain'));
      },
      onError: () => askAgain(),
    }),
    takingBack: useMutation({ mutationFn: takeBackEmail, onSettled: askAgain }),
    removing: useMutation({ mutationFn: removeAccountEmail, onSettled: askAgain }),
  };
}
