import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { joinRequestsQuery } from '../api/list-join-requests';
import { useDecide } from '../hooks/use-group-commands';
import { useJoinRequests } from '../hooks/use-join-requests';

/** Who asks to join a group, for its admins. Nothing is drawn while that is nobody. */
export function JoinRequests({ group, title }: { group: Conversation; title: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const requests = useJoinRequests(group, true);
  const deciding = useDecide(group.id, () => {
    void queries.invalidateQueries({ queryKey: joinRequestsQuery(group.id).queryKey });
  });
  const people = requests.data?.pages.flatMap((page) => page.items) ?? [];
  if (people.length === 0) {
    return requests.isError ? (
      <p role="alert" className="px-1 text-sm text-danger">
        {t('group.requests.failed')}
      </p>
    ) : null;
  }
  const isBusy = (account: string, accept: boolean) =>
    deciding.isPending &&
    deciding.variables.account === account &&
    deciding.variables.accept === accept;
  return (
    <section>
      <h3 className="px-1 text-base font-semibold">{title}</h3>
      <ul
        aria-label={title}
        className="mt-2.5 overflow-hidden rounded-2xl border border-line bg-surface p-2"
      >
        {people.map(({ id, username }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-2 py-1.5">
            <Avatar id={id} name={username} className="size-9" />
            <span className="min-w-24 flex-1 font-medium wrap-anywhere">{username}</span>
            <span className="ms-auto flex flex-wrap justify-end gap-2">
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
            </span>
          </li>
        ))}
      </ul>
      {requests.hasNextPage && (
        <Button
          look="quiet"
          isWide
          isBusy={requests.isFetchingNextPage}
          onClick={() => void requests.fetchNextPage()}
        >
          {t('group.people.more')}
        </Button>
      )}
    </section>
  );
}
