import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, Link2, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, InviteLink } from '@/lib/api/types';
import { useNow } from '@/lib/format/use-now';
import { nameIn } from '@/lib/group/group-fold';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { IconButton } from '@/components/ui/icon-button';
import { toast } from '@/components/ui/toast-store';
import { inviteLinksQuery } from '../api/list-invite-links';
import { revokeInviteLink } from '../api/revoke-invite-link';
import { inviteAddress, isOver } from '../invite-link';
import { ConfirmDialog } from './confirm-dialog';
import { InviteLinkDialog } from './invite-link-dialog';

/** The ways into a group, for those who may invite people. */
export function InviteLinks({ group }: { group: Conversation }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const links = useQuery(inviteLinksQuery(group.id));
  const [isMaking, setMaking] = useState(false);
  const [asked, setAsked] = useState<InviteLink>();
  // The server tells a token once; as long as this is open, it can be copied again.
  const [tokens, setTokens] = useState<ReadonlyMap<string, string>>(new Map());
  const renew = () => queries.invalidateQueries({ queryKey: inviteLinksQuery(group.id).queryKey });
  const news = useReplicaState(({ joinNews }) => joinNews);
  useEffect(() => {
    // Somebody may have come in by one of them, or asked to.
    void queries.invalidateQueries({ queryKey: inviteLinksQuery(group.id).queryKey });
  }, [group.id, group.memberCount, news, queries]);
  const items = links.data?.items ?? [];
  return (
    <>
      <Button look="quiet" className="m-2" onClick={() => setMaking(true)}>
        <Link2 aria-hidden className="size-5" />
        {t('group.links.make')}
      </Button>
      {links.isError && (
        <p role="alert" className="px-4 pb-4 text-sm text-danger">
          {t('group.links.failed')}
        </p>
      )}
      {items.length > 0 && (
        <ul aria-label={t('group.links.title')} className="border-t border-line px-4 py-2">
          {items.map((link) => (
            <LinkRow
              key={link.id}
              group={group}
              link={link}
              token={tokens.get(link.id)}
              onRevoke={() => setAsked(link)}
            />
          ))}
        </ul>
      )}
      {isMaking && (
        <InviteLinkDialog
          group={group}
          onMade={({ id, token }) => {
            if (token !== undefined) {
              setTokens(new Map(tokens).set(id, token));
            }
            void renew();
          }}
          onClose={() => setMaking(false)}
        />
      )}
      {asked !== undefined && (
        <ConfirmDialog
          title={t('group.links.revokeTitle')}
          submit={t('group.links.revokeSubmit')}
          action={() => revokeInviteLink(group.id, asked.id)}
          onDone={() => {
            toast(t('group.links.revoked'));
            void renew();
          }}
          onClose={() => setAsked(undefined)}
        >
          {t('group.links.revokeDetail')}
        </ConfirmDialog>
      )}
    </>
  );
}

interface LinkRowProps {
  group: Conversation;
  link: InviteLink;
  token: string | undefined;
  onRevoke: () => void;
}

function LinkRow({ group, link, token, onRevoke }: LinkRowProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const name = nameIn(group, link.createdBy) ?? t('chats.unknown');
  const when = (time: string) =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' }).format(
      new Date(time),
    );
  const ends = isOver(link, now)
    ? t('group.links.over')
    : link.expiresAt === undefined
      ? t('group.links.endless')
      : t('group.links.until', { time: when(link.expiresAt) });
  const used =
    link.quota === undefined
      ? t('group.links.used', { count: link.uses })
      : t('group.links.usedOf', { count: link.quota, uses: link.uses });
  return (
    <li data-link className="flex min-h-14 items-center gap-1 py-1.5">
      <span className="min-w-0 flex-1">
        <span className="block font-medium wrap-anywhere">{t('group.links.by', { name })}</span>
        <span className="block text-sm text-muted">
          {ends} · {used}
        </span>
      </span>
      {token !== undefined && (
        <IconButton
          label={t('group.links.copy')}
          icon={<Copy aria-hidden className="size-5" />}
          onClick={() =>
            void copyText(
              inviteAddress(location.origin, token),
              t('group.links.copied'),
              t('group.links.copyFailed'),
            )
          }
        />
      )}
      <IconButton
        label={t('group.links.revoke', { name, time: when(link.createdAt) })}
        icon={<Trash2 aria-hidden className="size-5" />}
        onClick={onRevoke}
      />
    </li>
  );
}
