import {
  LockKeyhole,
  MessageSquareText,
  Search,
  Settings,
  UserRoundPlus,
  UsersRound,
  type LucideIcon,
} from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, NavLink, Outlet, useMatch } from 'react-router';
import { useNow } from '@/lib/format/use-now';
import { lockNow } from '@/lib/lock/locking';
import { useReplicaState } from '@/lib/sync/replica-context';
import { cx } from '@/components/cx';
import { PersonAvatar } from '@/components/person-avatar';
import { IconButton } from '@/components/ui/icon-button';
import { Logo } from '@/components/ui/logo';
import { RecoveryReminder } from '../../features/backup/components/recovery-reminder';
import { useRecoveryReminder } from '../../features/backup/hooks/use-recovery-reminder';
import { unreadTotal } from '../../features/conversation/conversation-order';
import { UnreadBadge } from '../../features/conversation/components/unread-badge';
import { RequestAnnouncer } from '../../features/contact/components/request-announcer';
import { useReceived } from '../../features/contact/hooks/use-standing';
import { ProofDialog } from '../../features/identity/components/proof-dialog';
import { useCurrentSession } from '../../features/identity/hooks/use-current-session';
import { useLockOfBrowser } from '../../features/identity/lock-context';
import { MessageAnnouncer } from '../../features/message/components/message-announcer';
import { Notifications } from '../../features/notification/components/notifications';
import { waitingTotal } from '../../features/notification/waiting';
import { FirstSteps } from '../../features/profile/components/first-steps';
import { CallsFollower } from '../../features/tip/components/calls-follower';
import { LogWarnings } from '../../features/trust/components/log-warnings';
import { ConnectionLine } from '../../features/realtime/components/connection-line';
import { useTellScreen } from '../../features/realtime/hooks/use-tell-screen';
import { JumpPalette } from './jump-palette';

/** The frame of the signed-in app: a rail beside it, on a phone a bar below it. */
export function Shell() {
  const { t } = useTranslation();
  const [isJumping, setJumping] = useState(false);
  const match = useMatch('/chats/:conversation/*');
  const isInConversation = match !== null;
  useTellScreen(match?.params.conversation);
  useJumpKey(() => setJumping(true));
  useTitle();
  return (
    <div className="flex h-full flex-col">
      <a
        href="#content"
        className="sr-only rounded-lg bg-accent px-4 py-2 font-semibold text-on-accent focus:not-sr-only focus:absolute focus:z-50 focus:m-2"
      >
        {t('app.skip')}
      </a>
      <ConnectionLine />
      <LogWarnings />
      <div className={cx(isInConversation && 'max-md:hidden')}>
        <RecoveryReminder />
      </div>
      <div className="flex min-h-0 flex-1 flex-col-reverse md:flex-row">
        <Navigation isHiddenOnPhone={isInConversation} onJump={() => setJumping(true)} />
        <main id="content" tabIndex={-1} className="min-h-0 min-w-0 flex-1 outline-none">
          <Outlet />
        </main>
      </div>
      <MessageAnnouncer />
      <Notifications />
      <RequestAnnouncer />
      <CallsFollower />
      <FirstSteps />
      <ProofDialog />
      <JumpPalette isOpen={isJumping} onClose={() => setJumping(false)} />
    </div>
  );
}

interface NavigationProps {
  isHiddenOnPhone: boolean;
  onJump: () => void;
}

function Navigation({ isHiddenOnPhone, onJump }: NavigationProps) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const lock = useLockOfBrowser();
  const unread = useReplicaState(unreadTotal);
  const requests = useReceived()?.length ?? 0;
  const recovery = useRecoveryReminder().left;
  const hint =
    recovery === undefined
      ? undefined
      : t(recovery === 'open' ? 'backup.remindOpen' : 'backup.remindSetUp');
  return (
    <nav
      aria-label={t('app.navigation')}
      className={cx(
        'shrink-0 items-center border-line bg-canvas',
        'justify-around border-t px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))]',
        'md:flex md:w-20 md:flex-col md:justify-start md:gap-1 md:border-e md:border-t-0 md:py-4',
        isHiddenOnPhone ? 'hidden' : 'flex',
      )}
    >
      <Logo className="mb-5 hidden size-9 md:block" />
      <NavItem to="/chats" icon={MessageSquareText} label={t('nav.chats')} count={unread} />
      <NavItem to="/people" icon={UsersRound} label={t('nav.people')} />
      <NavItem
        to="/requests"
        icon={UserRoundPlus}
        label={t('nav.requests')}
        count={requests}
        countLabel={t('requests.waiting', { count: requests })}
      />
      <NavItem to="/settings" icon={Settings} label={t('nav.settings')} hint={hint} />
      <span className="hidden md:block">
        <IconButton
          label={t('nav.jump')}
          icon={<Search aria-hidden className="size-5.5" />}
          onClick={onJump}
        />
      </span>
      {lock.minutes !== undefined && (
        <span className="hidden md:block">
          <IconButton
            label={t('lock.now')}
            icon={<LockKeyhole aria-hidden className="size-5.5" />}
            onClick={() => lockNow(lock.account)}
          />
        </span>
      )}
      <Link
        to="/profile"
        title={account.username}
        className="mt-auto hidden rounded-full md:block"
        aria-label={t('nav.profile', { name: account.username })}
      >
        <PersonAvatar id={account.id} name={account.username} className="size-10" />
      </Link>
    </nav>
  );
}

interface NavItemProps {
  to: string;
  icon: LucideIcon;
  label: string;
  count?: number;
  /** What is counted, read aloud. */
  countLabel?: string;
  /** What is left to be done there, read aloud; a dot for those who see it. */
  hint?: string | undefined;
}

function NavItem({ to, icon: Icon, label, count = 0, countLabel, hint }: NavItemProps) {
  return (
    <NavLink
      to={to}
      className={({ isActive }) =>
        cx(
          'relative flex min-h-13 min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-xl px-1 md:w-16 md:flex-none',
          'text-2xs font-semibold transition-colors duration-150',
          isActive ? 'bg-selected text-accent-text' : 'text-muted hover:bg-hover hover:text-ink',
        )
      }
    >
      <Icon aria-hidden className="size-5.5" />
      {label}
      <UnreadBadge
        count={count}
        className="absolute start-1/2 top-0.5 ms-1.5"
        {...(countLabel === undefined ? {} : { label: countLabel })}
      />
      {hint !== undefined && (
        <span
          title={hint}
          className="absolute start-1/2 top-1.5 ms-2 size-2.5 rounded-full bg-accent"
        >
          <span className="sr-only">{hint}</span>
        </span>
      )}
    </NavLink>
  );
}

/** Ctrl+K, or Cmd+K on a Mac, jumps anywhere. */
function useJumpKey(onJump: () => void): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        onJump();
      }
    };
    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, [onJump]);
}

/** The title of the window tells how much waits to be read. */
function useTitle(): void {
  const { t } = useTranslation();
  const now = useNow();
  const unread = useReplicaState((state) => waitingTotal(state, now));
  useEffect(() => {
    document.title = unread > 0 ? `(${unread}) ${t('app.name')}` : t('app.name');
    return () => {
      document.title = t('app.name');
    };
  }, [t, unread]);
}
