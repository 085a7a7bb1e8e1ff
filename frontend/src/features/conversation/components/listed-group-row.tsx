import { Clock3 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import type { Invitation, ListedGroup } from '@/lib/api/types';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast-store';
import { InterestChips } from '../../profile/components/interest-chips';
import { useJoinListedGroup } from '../hooks/use-listed-groups';
import { GroupProblem } from './group-problem';

interface ListedGroupRowProps {
  listed: ListedGroup;
  /** The interests of the person who looks. */
  mine: readonly number[];
}

/** A group that was found, and the way in. */
export function ListedGroupRow({ listed, mine }: ListedGroupRowProps) {
  const { t } = useTranslation();
  const { group, interests } = listed;
  const joining = useJoinListedGroup(group.id);
  const shared = interests.filter(({ id }) => mine.includes(id));
  return (
    <li className="rounded-xl px-2 py-2 hover:bg-hover">
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-2">
        <Avatar id={group.id} name={group.name} className="size-12 self-start" />
        <div className="min-w-0 flex-1 basis-40 py-1">
          <h3 dir="auto" className="font-semibold wrap-anywhere">
            {group.name}
          </h3>
          <p className="text-sm text-muted">{t('group.members', { count: group.memberCount })}</p>
          {group.description !== '' && (
            <p dir="auto" className="mt-0.5 line-clamp-3 text-pretty wrap-anywhere">
              {group.description}
            </p>
          )}
          {interests.length > 0 && (
            <div className="mt-1.5">
              <InterestChips
                label={t('groups.about', { name: group.name })}
                interests={interests}
                shared={shared.map(({ id }) => id)}
              />
              {shared.length > 0 && (
                <p className="sr-only">
                  {t('groups.shared', { interests: shared.map(({ name }) => name).join(', ') })}
                </p>
              )}
            </div>
          )}
        </div>
        <div className="ms-auto">
          <WayIn group={group} joining={joining} />
        </div>
      </div>
      {joining.isError && (
        <div className="mt-2">
          {joining.error instanceof ApiProblem && joining.error.status === 404 ? (
            <Notice tone="caution" title={t('groups.gone')}>
              {t('groups.goneDetail')}
            </Notice>
          ) : (
            <GroupProblem error={joining.error} />
          )}
        </div>
      )}
    </li>
  );
}

interface WayInProps {
  group: Invitation;
  joining: ReturnType<typeof useJoinListedGroup>;
}

function WayIn({ group, joining }: WayInProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, name, approval, standing } = group;
  const isHere = useReplicaState((state) => {
    const known = state.conversations.get(id);
    return known !== undefined && known.leftSeq === undefined;
  });
  if (isHere || standing === 'member') {
    return (
      <Link
        to={`/chats/${id}`}
        aria-label={t('groups.openName', { name })}
        className="inline-flex min-h-11 items-center rounded-xl px-4 font-semibold text-accent-text hover:bg-hover"
      >
        {t('groups.open')}
      </Link>
    );
  }
  if (standing === 'requested') {
    return (
      <p className="inline-flex min-h-11 items-center gap-2 text-sm font-semibold text-muted">
        <Clock3 aria-hidden className="size-4.5" />
        {t('groups.waiting')}
      </p>
    );
  }
  return (
    <Button
      look="secondary"
      aria-label={t(approval ? 'groups.askName' : 'groups.joinName', { name })}
      isBusy={joining.isPending}
      onClick={() =>
        joining.mutate(undefined, {
          onSuccess: (joined) => {
            if (joined === undefined) {
              toast(t('groups.asked'));
            } else {
              void navigate(`/chats/${joined.id}`);
            }
          },
        })
      }
    >
      {approval ? t('groups.ask') : t('groups.join')}
    </Button>
  );
}
