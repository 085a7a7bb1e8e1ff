import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { joinRequestsQuery } from '../api/list-join-requests';
import { useDecide } from '../hooks/use-group-commands';
import { useJoinRequests } from '../hooks/use-join-requests';
import { PeopleSection } from './people-section';

/** Who asks to join a group, for its admins. Nothing is drawn while that is nobody. */
export function JoinRequests({ group, title }: { group: Conversation; title: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const requests = useJoinRequests(group, true);
  const deciding = useDecide(group.id, () => {
    void queries.invalidateQueries({ queryKey: joinRequestsQuery(group.id).queryKey });
  });
  const isBusy = (account: string, accept: boolean) =>
    deciding.isPending &&
    deciding.variables.account === account &&
    deciding.variables.accept === accept;
  return (
    <PeopleSection
      title={title}
      failed={t('group.requests.failed')}
      people={requests}
      actions={({ id, username }) => (
        <>
          <Button
            look="secondary"
            aria-label={t('group.requests.declineName', { name: username })}
            isBusy={isBusy(id, false)}
            onClick={() => deciding.mutate({ account: id, accept: false })}
          >
            {t('group.requests.decline')}
          </Button>
          <Button
            aria-label={t('group.requests.acceptName', { name: username })}
            isBusy={isBusy(id, true)}
            onClick={() => deciding.mutate({ account: id, accept: true })}
          >
            {t('group.requests.accept')}
          </Button>
        </>
      )}
    />
  );
}
