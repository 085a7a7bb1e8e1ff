import { Unlink } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import type { Invitation } from '@/lib/api/types';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Avatar } from '@/components/ui/avatar';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useInvitation, useJoin } from '../hooks/use-invitation';
import { GroupProblem } from './group-problem';

const LINK =
  'inline-flex min-h-11 items-center justify-center rounded-xl bg-accent px-4 font-semibold text-on-accent hover:bg-accent-hover';

/** What an invite link leads to, and the way in. */
export function InvitationCard({ token }: { token: string }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useInvitation(token);
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) {
    return <InvitationOver isBanned={error.status === 403} />;
  }
  if (data !== undefined) {
    return <Group invitation={data} token={token} />;
  }
  return isPending ? (
    <div role="status" aria-label={t('app.loading')} className="space-y-4">
      <Skeleton className="mx-auto size-22" />
      <Skeleton className="h-8" />
      <Skeleton className="h-12" />
    </div>
  ) : (
    <div className="space-y-3">
      <GroupProblem error={error} />
      <Button look="secondary" onClick={() => void refetch()}>
        {t('app.retry')}
      </Button>
    </div>
  );
}

/** What is told when a link lets nobody in, or not this person. */
export function InvitationOver({ isBanned = false }: { isBanned?: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      isPage
      art={<Unlink aria-hidden className="size-12" strokeWidth={1.5} />}
      title={t(isBanned ? 'join.banned' : 'join.over')}
      action={
        <Link to="/chats" className={LINK}>
          {t('conversation.toChats')}
        </Link>
      }
    >
      {t(isBanned ? 'join.bannedDetail' : 'join.overDetail')}
    </EmptyState>
  );
}

function Group({ invitation, token }: { invitation: Invitation; token: string }) {
  const { t } = useTranslation();
  const { id, name, description, memberCount } = invitation;
  return (
    <div className="flex flex-col items-center text-center">
      <p className="mb-5 text-sm font-semibold text-muted">{t('join.lead')}</p>
      <Avatar id={id} name={name} className="size-22" />
      <h1 dir="auto" className="mt-4 max-w-full text-xl font-bold wrap-anywhere">
        {name}
      </h1>
      <p className="mt-0.5 text-sm text-muted">{t('group.members', { count: memberCount })}</p>
      {description !== '' && (
        <p dir="auto" className="mt-3 max-w-full text-pretty wrap-anywhere whitespace-pre-line">
          {description}
        </p>
      )}
      <div className="mt-7 w-full">
        <WayIn invitation={invitation} token={token} />
      </div>
    </div>
  );
}

function WayIn({ invitation, token }: { invitation: Invitation; token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const joining = useJoin(token);
  const { id, approval, standing } = invitation;
  const [hasWaited, setWaited] = useState(false);
  if (standing === 'requested' && !hasWaited) {
    setWaited(true);
  }
  const isHere = useReplicaState((state) => {
    const known = state.conversations.get(id);
    return known !== undefined && known.leftSeq === undefined;
  });
  if (isHere || standing === 'member') {
    return (
      <Explained text={t('join.member')}>
        <Link to={`/chats/${id}`} replace className={`${LINK} w-full`}>
          {t('join.open')}
        </Link>
      </Explained>
    );
  }
  if (standing === 'requested') {
    return (
      <Notice tone="info" title={t('join.requested')}>
        <span className="block text-start">{t('join.requestedDetail')}</span>
      </Notice>
    );
  }
  return (
    <Explained text={t(approval ? 'join.approval' : 'join.free')}>
      {hasWaited && (
        <div className="mb-4 text-start">
          <Notice tone="caution" title={t('join.declined')}>
            {t('join.declinedDetail')}
          </Notice>
        </div>
      )}
      <Button
        isWide
        isBusy={joining.isPending}
        onClick={() =>
          joining.mutate(undefined, {
            onSuccess: (group) => {
              if (group !== undefined) {
                void navigate(`/chats/${group.id}`, { replace: true });
              }
            },
          })
        }
      >
        {t(approval ? 'join.ask' : 'join.submit')}
      </Button>
      {joining.isError && (
        <div className="mt-3 text-start">
          <GroupProblem error={joining.error} />
        </div>
      )}
    </Explained>
  );
}

function Explained({ text, children }: { text: ReactNode; children: ReactNode }) {
  return (
    <>
      <p className="mb-4 text-pretty text-muted">{text}</p>
      {children}
    </>
  );
}
