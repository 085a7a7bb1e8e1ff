import {
  Ban,
  Crown,
  EllipsisVertical,
  MessageCircle,
  ShieldCheck,
  UserMinus,
  UserRound,
} from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation, ConversationMember, GroupRole } from '@/lib/api/types';
import { PersonAvatar } from '@/components/person-avatar';
import { IconButton } from '@/components/ui/icon-button';
import { Menu, type MenuItem } from '@/components/ui/menu';
import { ban } from '../api/ban';
import { removeMember } from '../api/remove-member';
import { mayRemove, rolesToGive } from '../group-rights';
import { isLastOwner } from '../group-standing';
import { useSetRole } from '../hooks/use-group-commands';
import { useGoToConversation } from '../hooks/use-go-to-conversation';
import { ConfirmDialog } from './confirm-dialog';
import { RoleBadge } from './role-badge';

interface MemberRowProps {
  group: Conversation;
  member: ConversationMember;
  account: string;
}

/** A member, what he is, and what can be done with him. */
export function MemberRow({ group, member, account }: MemberRowProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState<{ x: number; y: number }>();
  const [asked, setAsked] = useState<'remove' | 'ban'>();
  const name = member.username ?? t('group.gone');
  const items = useItems({ group, member, account, onAsk: setAsked });
  return (
    <li className="flex min-h-13 items-center gap-3 rounded-xl ps-2 pe-1 hover:bg-hover">
      <PersonAvatar id={member.id} name={name} className="size-9" />
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2">
        <span className="max-w-full truncate font-medium">{name}</span>
        {member.id === account && <span className="text-sm text-muted">{t('group.you')}</span>}
      </span>
      <RoleBadge role={member.role} />
      {items.length > 0 ? (
        <IconButton
          label={t('group.people.actions', { name })}
          aria-haspopup="dialog"
          icon={<EllipsisVertical aria-hidden className="size-5" />}
          onClick={({ currentTarget }) => {
            const { left, bottom } = currentTarget.getBoundingClientRect();
            setAt({ x: left, y: bottom });
          }}
        />
      ) : (
        <span className="size-11 shrink-0" />
      )}
      {at !== undefined && (
        <Menu
          label={t('group.people.actions', { name })}
          at={at}
          items={items}
          onClose={() => setAt(undefined)}
        />
      )}
      {asked !== undefined && (
        <ConfirmDialog
          title={t(`group.${asked}.title`, { name })}
          submit={t(`group.${asked}.submit`)}
          action={() => (asked === 'ban' ? ban : removeMember)(group.id, member.id)}
          onClose={() => setAsked(undefined)}
        >
          {t(`group.${asked}.detail`, { name })}
        </ConfirmDialog>
      )}
    </li>
  );
}

const ICON = 'size-5 shrink-0';
const ROLE_ICONS = { owner: Crown, admin: ShieldCheck, member: UserRound };

interface ItemsInput extends MemberRowProps {
  onAsk: (what: 'remove' | 'ban') => void;
}

function useItems({ group, member, account, onAsk }: ItemsInput): MenuItem[] {
  const { t } = useTranslation();
  const { go } = useGoToConversation();
  const giving = useSetRole(group.id);
  const isSelf = member.id === account;
  const own = group.role ?? 'member';
  const role = member.role ?? 'member';
  const roles = isSelf && isLastOwner(group, account) ? [] : rolesToGive(own, role);
  const items: (MenuItem | false)[] = [
    !isSelf &&
      member.username !== undefined && {
        id: 'message',
        label: t('group.people.message'),
        icon: <MessageCircle aria-hidden className={ICON} />,
        onSelect: () => void go(member.id),
      },
    ...roles.map((given): MenuItem => {
      const Icon = ROLE_ICONS[given];
      return {
        id: given,
        label: t(roleAction(role, given, isSelf)),
        icon: <Icon aria-hidden className={ICON} />,
        onSelect: () => giving.mutate({ account: member.id, role: given }),
      };
    }),
    !isSelf &&
      mayRemove(own, role) && {
        id: 'remove',
        label: t('group.remove.action'),
        tone: 'danger',
        icon: <UserMinus aria-hidden className={ICON} />,
        onSelect: () => onAsk('remove'),
      },
    !isSelf &&
      mayRemove(own, role) && {
        id: 'ban',
        label: t('group.ban.action'),
        tone: 'danger',
        icon: <Ban aria-hidden className={ICON} />,
        onSelect: () => onAsk('ban'),
      },
  ];
  return items.filter((item) => item !== false);
}

/** How it is called to give a role, upwards or downwards. */
function roleAction(role: GroupRole, given: GroupRole, isSelf: boolean) {
  if (isSelf) {
    return given === 'admin' ? 'group.give.stepAdmin' : 'group.give.stepMember';
  }
  return role === 'owner' && given === 'admin'
    ? 'group.give.adminAgain'
    : (`group.give.${given}` as const);
}
