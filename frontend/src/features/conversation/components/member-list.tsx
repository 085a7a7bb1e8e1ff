import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { Skeleton } from '@/components/ui/skeleton';
import { rightsIn } from '../group-rights';
import { membersFound } from '../member-order';
import { AddMembersDialog } from './add-members-dialog';
import { MemberRow } from './member-row';

/** So many are drawn at first, and added at each wish for more. */
const SHOWN = 50;
const MORE = 200;
/** With fewer members nobody needs to search. */
const SEARCHED_FROM = 8;

interface MemberListProps {
  group: Conversation;
  account: string;
}

/** Who is in a group, owners and admins first. */
export function MemberList({ group, account }: MemberListProps) {
  const { t } = useTranslation();
  const [filter, setFilter] = useState('');
  const [limit, setLimit] = useState(SHOWN);
  const [isAdding, setAdding] = useState(false);
  const found = membersFound(group.members, filter);
  const count = group.memberCount ?? group.members.length;
  if (group.members.length === 0) {
    return (
      <div role="status" aria-label={t('group.people.loading')} className="space-y-2 p-3">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    );
  }
  return (
    <>
      {rightsIn(group).invite && (
        <Button look="quiet" className="m-2 mb-0" onClick={() => setAdding(true)}>
          <UserPlus aria-hidden className="size-5" />
          {t('group.people.add')}
        </Button>
      )}
      {count >= SEARCHED_FROM && (
        <div className="px-3 pt-3">
          <SearchField
            label={t('group.people.search')}
            value={filter}
            onChange={(event) => {
              setFilter(event.target.value);
              setLimit(SHOWN);
            }}
          />
        </div>
      )}
      {found.length === 0 && (
        <p role="status" className="px-4 py-5 text-center text-muted">
          {t('group.people.none')}
        </p>
      )}
      <ul aria-label={t('group.people.title')} className="p-2">
        {found.slice(0, limit).map((member) => (
          <MemberRow key={member.id} group={group} member={member} account={account} />
        ))}
      </ul>
      {found.length > limit && (
        <div className="px-3 pb-3">
          <Button look="quiet" isWide onClick={() => setLimit(limit + MORE)}>
            {t('group.people.more')}
          </Button>
        </div>
      )}
      {isAdding && <AddMembersDialog group={group} onClose={() => setAdding(false)} />}
    </>
  );
}
