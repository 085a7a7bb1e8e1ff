import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/components/ui/toast-store';
import { useTranslation } from 'react-i18next';
import { useReplicaState } from '@/lib/sync/replica-context';
import { changeAccountSettings } from '../api/change-account-settings';
import { getAccountSettings } from '../api/get-account-settings';

const KEY = 'account-settings';

/** What the person chose for the account; asked again when another device has changed it. */
export function useAccountSettings() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const own = useReplicaState((state) => state.streams.get(`u/${state.account}`)?.row.cursor ?? 0);
  const query = useQuery({
    queryKey: [KEY, own],
    queryFn: ({ signal }) => getAccountSettings(signal),
    placeholderData: keepPreviousData,
  });
  const change = useMutation({
    mutationFn: changeAccountSettings,
    onSuccess: (settings) => queries.setQueriesData({ queryKey: [KEY] }, settings),
    onError: () => toast(t('problem.unknown'), 'failed'),
    onSettled: () => queries.invalidateQueries({ queryKey: [KEY] }),
  });
  return { query, change };
}
