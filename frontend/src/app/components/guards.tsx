import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useStore } from 'zustand';
import { resumeSession } from '@/lib/api/session';
import { sessionStore, type CurrentSession } from '@/lib/api/session-store';
import { ReplicaContext } from '@/lib/sync/replica-context';
import type { IdleMinutes } from '@/lib/lock/browser-lock';
import { Button } from '@/components/ui/button';
import { Logo } from '@/components/ui/logo';
import { AttachmentContext } from '../../features/attachment/attachment-context';
import { useOpenAttachments } from '../../features/attachment/hooks/use-open-attachments';
import { CheckMail } from '../../features/identity/components/check-mail';
import { LockScreen } from '../../features/identity/components/lock-screen';
import { useIdleLock } from '../../features/identity/hooks/use-idle-lock';
import { useLock } from '../../features/identity/hooks/use-lock';
import { LockContext } from '../../features/identity/lock-context';
import { useOpenReplica } from '../../features/realtime/hooks/use-open-replica';
import { AuthLayout } from './auth-layout';

/** Where a person wanted to go when the sign-in page came between. */
export interface Return {
  returnTo?: string;
}

/**
 * The part of the app that needs a person: everybody else signs in first and comes back. Who has to
 * verify his e-mail address first does so here, whatever page he wants, and is there afterwards.
 */
export function SignedInOnly() {
  const state = useStore(sessionStore);
  const location = useLocation();
  switch (state.status) {
    case 'unknown':
      return <Starting />;
    case 'signed-out': {
      const hasLeft = state.why === 'left';
      const returnTo = location.pathname + location.search + location.hash;
      return <Navigate to="/sign-in" replace state={hasLeft ? {} : { returnTo }} />;
    }
    case 'signed-in':
      return state.session.account.newcomerUntil === undefined ? (
        <Account key={state.session.account.id} session={state.session} />
      ) : (
        <AuthLayout>
          <CheckMail />
        </AuthLayout>
      );
  }
}

/** The pages for somebody who is not signed in; everybody else goes where they wanted. */
export function GuestOnly() {
  const state = useStore(sessionStore);
  const { returnTo } = (useLocation().state ?? {}) as Return;
  switch (state.status) {
    case 'unknown':
      return <Starting />;
    case 'signed-out':
      return <Outlet />;
    case 'signed-in':
      return <Navigate to={returnTo ?? '/chats'} replace />;
  }
}

/** Nothing of what this browser keeps is opened before the lock is. */
function Account({ session }: { session: CurrentSession }) {
  const account = session.account.id;
  const lock = useLock(account);
  switch (lock.state) {
    case 'reading':
      return <Starting />;
    case 'closed':
      return <LockScreen account={account} onUnlocked={lock.onUnlocked} />;
    case 'open':
      return (
        <Unlocked
          account={account}
          device={session.deviceId}
          browserKey={lock.key}
          minutes={lock.minutes}
        />
      );
  }
}

interface UnlockedProps {
  account: string;
  device: string;
  browserKey: CryptoKey;
  /** After how long it locks; undefined for never. */
  minutes: IdleMinutes | undefined;
}

function Unlocked({ account, device, browserKey, minutes }: UnlockedProps) {
  const replica = useOpenReplica(account, device, browserKey);
  const attachments = useOpenAttachments(replica);
  // Whoever uploads a large file waits for it: each part of it that goes counts as use.
  const onWork = useCallback(
    (used: () => void) => attachments?.uploads.store.subscribe(used) ?? (() => undefined),
    [attachments],
  );
  useIdleLock(account, minutes, onWork);
  const lock = useMemo(() => ({ account, minutes }), [account, minutes]);
  return replica === undefined || attachments === undefined ? (
    <Starting />
  ) : (
    <LockContext value={lock}>
      <ReplicaContext value={replica}>
        <AttachmentContext value={attachments}>
          <Outlet />
        </AttachmentContext>
      </ReplicaContext>
    </LockContext>
  );
}

/** Longer than this, and the person is told why. */
const PATIENCE_MS = 4_000;

/** The moment in which it is not known yet who is there. It should be too short to be read. */
function Starting() {
  const { t } = useTranslation();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [isSlow]);
  return (
    <main className="grid h-full place-items-center">
      <div className="flex flex-col items-center gap-4 text-center">
        <Logo className="size-14 animate-pulse" />
        <h1 className="sr-only">{t('app.name')}</h1>
        <p role="status" className={isSlow ? 'text-muted' : 'sr-only'}>
          {isSlow ? t('problem.unreachable') : t('app.loading')}
        </p>
        {isSlow && (
          <Button
            look="secondary"
            onClick={() => {
              setSlow(false);
              resumeSession().catch(() => undefined);
            }}
          >
            {t('app.retry')}
          </Button>
        )}
      </div>
    </main>
  );
}
