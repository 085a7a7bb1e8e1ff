import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { toast } from '@/components/ui/toast-store';
import { bansQuery } from '../api/list-bans';
import { useUnban } from '../hooks/use-group-commands';
import { PeopleSection } from './people-section';

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
  return (
    <PeopleSection
      title={title}
      failed={t('group.bans.failed')}
      people={bans}
      actions={({ id, username }) => (
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
      )}
    />
  );
}
