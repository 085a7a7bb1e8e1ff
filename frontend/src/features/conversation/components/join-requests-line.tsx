import { UserRoundPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Conversation } from '@/lib/api/types';
import { rightsIn } from '../group-rights';
import { useJoinRequests } from '../hooks/use-join-requests';

/** Tells an admin in one line, while he looks at the group, that somebody asks to join. */
export function JoinRequestsLine({ group }: { group: Conversation }) {
  const { t } = useTranslation();
  const isAdmin = rightsIn(group).manage;
  const { data, hasNextPage } = useJoinRequests(group, isAdmin);
  const count = data?.pages.flatMap((page) => page.items).length ?? 0;
  if (!isAdmin || count === 0) {
    return null;
  }
  return (
    <Link
      to={`/chats/${group.id}/info`}
      className="flex min-h-11 items-center gap-2.5 border-b border-line bg-accent-soft px-4 py-2 text-sm font-semibold text-accent-text hover:underline md:px-6"
    >
      <UserRoundPlus aria-hidden className="size-5 shrink-0" />
      {hasNextPage ? t('group.requests.many', { count }) : t('group.requests.waiting', { count })}
    </Link>
  );
}
