import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { bansQuery } from '../api/list-bans';
import { useUnban } from '../hooks/use-group-commands';

/** Who is kept out of a group. Nothing is drawn while that is nobody. */
export function BanList({ group, title }: { group: Conversation; title: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const bans = useInfiniteQuery(bansQuery(group.id));
  const renew = () => void queries.invalidateQueries({ queryKey: bansQuery(group.id).queryKey });
  const lifting = useUnban(group.id, renew);
  useEffect(() => {
    // Something has happened in the group, and it may have been a ban.
    void queries.invalidateQueries({ queryKey: bansQuery(group.id).queryKey });
  }, [group.head, group.id, queries]);
  const people = bans.data?.pages.flatMap((page) => page.items) ?? [];
  if (people.length === 0) {
    return bans.isError ? (
      <p role="alert" className="px-1 text-sm text-danger">
        {t('group.bans.failed')}
      </p>
    ) : null;
  }
  return (
    <section>
      <h3 className="px-1 text-base font-semibold">{title}</h3>
      <ul
        aria-label={title}
        className="mt-2.5 overflow-hidden rounded-2xl border border-line bg-surface p-2"
      >
        {people.map(({ id, username }) => (
          <li key={id} className="flex min-h-13 flex-wrap items-center gap-3 px-2 py-1">
            <Avatar id={id} name={username} className="size-9" />
            <span className="min-w-0 flex-1 truncate font-medium">{username}</span>
            <Button
              look="secondary"
              aria-label={t('group.bans.liftName', { name: username })}
              isBusy={lifting.isPending && lifting.variables === id}
              onClick={() =>
                lifting.mutate(id, {
                  onSuccess: () => toast(t('group.bans.lifted', { name: username })),
                })
              }
            >
              {t('group.bans.lift')}
            </Button>
          </li>
        ))}
      </ul>
      {bans.hasNextPage && (
        <Button
          look="quiet"
          isWide
          isBusy={bans.isFetchingNextPage}
          onClick={() => void bans.fetchNextPage()}
        >
          {t('group.people.more')}
        </Button>
      )}
    </section>
  );
}
