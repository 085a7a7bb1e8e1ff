import { ArrowLeft, Pencil, X } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Conversation } from '@/lib/api/types';
import { longDate } from '@/lib/format/time';
import { conversationStream } from '@/lib/socket/streams';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { rightsIn } from '../group-rights';
import { closedFor } from '../group-standing';
import { BanList } from './ban-list';
import { EditGroupDialog } from './edit-group-dialog';
import { GroupEndings } from './group-endings';
import { GroupListing } from './group-listing';
import { GroupPicture } from './group-picture';
import { GroupRules } from './group-rules';
import { InviteLinks } from './invite-links';
import { JoinRequests } from './join-requests';
import { MemberList } from './member-list';

interface GroupInfoProps {
  group: Conversation;
  account: string;
}

/** Everything about a group, and what this person's role lets her do with it. */
export function GroupInfo({ group, account }: GroupInfoProps) {
  const { t } = useTranslation();
  const rights = rightsIn(group);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <aside aria-label={t('group.info')} className="flex h-full flex-col bg-canvas">
      <header className="flex min-h-16 items-center gap-2 border-b border-line bg-panel px-2 xl:ps-5">
        <Link
          to={`/chats/${group.id}`}
          replace
          aria-label={t('app.back')}
          className="grid size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-hover xl:hidden"
        >
          <ArrowLeft aria-hidden className="size-5.5 rtl:rotate-180" />
        </Link>
        <h2 ref={title} tabIndex={-1} className="min-w-0 flex-1 font-semibold outline-none">
          {t('group.info')}
        </h2>
        <Link
          to={`/chats/${group.id}`}
          replace
          aria-label={t('group.closeInfo')}
          title={t('group.closeInfo')}
          className="hidden size-11 shrink-0 place-items-center rounded-xl text-muted hover:bg-hover hover:text-ink xl:grid"
        >
          <X aria-hidden className="size-5" />
        </Link>
      </header>
      <div className="min-h-0 flex-1 space-y-7 overflow-y-auto px-4 py-6">
        <Card group={group} mayEdit={rights.edit} />
        {group.leftSeq === undefined ? (
          <>
            {rights.manage && <JoinRequests group={group} title={t('group.requests.title')} />}
            <Section title={t('group.people.title')}>
              <MemberList group={group} account={account} />
            </Section>
            {rights.invite && (
              <Section title={t('group.links.title')}>
                <InviteLinks group={group} />
              </Section>
            )}
            <Section title={t('group.listing.title')}>
              <GroupListing group={group} />
            </Section>
            {rights.manage && group.settings !== undefined && (
              <Section title={t('group.rules.title')}>
                <GroupRules group={group} settings={group.settings} />
              </Section>
            )}
            {rights.manage && <BanList group={group} title={t('group.bans.title')} />}
            <GroupEndings group={group} account={account} />
          </>
        ) : (
          <Over group={group} />
        )}
      </div>
    </aside>
  );
}

function Card({ group, mayEdit }: { group: Conversation; mayEdit: boolean }) {
  const { t, i18n } = useTranslation();
  const [isEditing, setEditing] = useState(false);
  const { name = '?', description = '', memberCount, createdAt } = group;
  const date = longDate(new Date(createdAt), i18n.language);
  return (
    <section className="flex flex-col items-center text-center">
      <GroupPicture group={group} mayEdit={mayEdit} />
      <h3 dir="auto" className="mt-4 max-w-full text-xl font-bold wrap-anywhere">
        {name}
      </h3>
      <p className="mt-0.5 text-sm text-muted">
        {memberCount !== undefined && `${t('group.members', { count: memberCount })} · `}
        {t('group.created', { date })}
      </p>
      {description !== '' && (
        <p dir="auto" className="mt-3 max-w-full text-pretty wrap-anywhere whitespace-pre-line">
          {description}
        </p>
      )}
      {mayEdit && (
        <Button look="quiet" className="mt-2" onClick={() => setEditing(true)}>
          <Pencil aria-hidden className="size-4.5" />
          {t('group.edit.open')}
        </Button>
      )}
      {isEditing && <EditGroupDialog group={group} onClose={() => setEditing(false)} />}
    </section>
  );
}

/** What became of a group that this person does not belong to any more. */
function Over({ group }: { group: Conversation }) {
  const { t } = useTranslation();
  const last = useReplicaState(
    (state) => state.streams.get(conversationStream(group.id))?.lastEvent,
  );
  return (
    <p className="text-center text-pretty text-muted">
      {t(`group.closed.${closedFor(group, last) ?? 'over'}`)}
    </p>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="px-1 text-base font-semibold">{title}</h3>
      <div className="mt-2.5 overflow-hidden rounded-2xl border border-line bg-surface">
        {children}
      </div>
    </section>
  );
}
