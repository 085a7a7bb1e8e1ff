import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Laptop, Pencil, Smartphone } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Session } from '@/lib/api/types';
import { ago } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import { Button } from '@/components/ui/button';
import { IconButton } from '@/components/ui/icon-button';
import { Skeleton } from '@/components/ui/skeleton';
import { toast } from '@/components/ui/toast-store';
import { sessionsQuery } from '../api/list-sessions';
import { revokeSession } from '../api/revoke-session';
import { ProblemNotice } from './problem-notice';
import { RenameDeviceDialog } from './rename-device-dialog';

const METHODS = {
  password: 'settings.byPassword',
  wallet: 'settings.byWallet',
  passkey: 'settings.byPasskey',
  oidc: 'settings.byIssuer',
  recovery: 'settings.byRecovery',
} as const satisfies Record<Session['method'], string>;

/** Every place where this account is signed in, this one first. */
export function SessionList() {
  const { t } = useTranslation();
  const sessions = useQuery(sessionsQuery);
  if (sessions.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="space-y-3 p-4">
        <Skeleton className="h-12" />
        <Skeleton className="h-12" />
      </div>
    );
  }
  if (sessions.isError) {
    return (
      <div className="space-y-3 p-4">
        <ProblemNotice error={sessions.error} />
        <Button look="secondary" onClick={() => void sessions.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  const ordered = [...sessions.data].sort(
    (a, b) => Number(b.current) - Number(a.current) || b.lastSeenAt.localeCompare(a.lastSeenAt),
  );
  return (
    <ul className="divide-y divide-line">
      {ordered.map((session) => (
        <SessionRow key={session.id} session={session} />
      ))}
    </ul>
  );
}

function SessionRow({ session }: { session: Session }) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const queries = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const device = session.deviceName ?? t('settings.unnamed');
  const revocation = useMutation({
    mutationFn: () => revokeSession(session.id),
    onSuccess: () => toast(t('settings.revoked', { device })),
    onError: () => toast(t('problem.unknown'), 'failed'),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  const Icon = /iPhone|Android|iPad/.test(device) ? Smartphone : Laptop;
  const lastSeen = session.current
    ? t('settings.activeNow')
    : t('settings.lastSeen', { when: ago(new Date(session.lastSeenAt), now, i18n.language) });
  return (
    <li className="flex flex-wrap items-center gap-x-3.5 gap-y-2 px-4 py-3">
      <Icon aria-hidden className="size-5.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-2 text-base font-semibold">
          <span className="min-w-0 wrap-anywhere">{device}</span>
          {session.current && (
            <span className="rounded-md bg-accent-soft px-1.5 py-0.5 text-xs font-semibold text-accent-text">
              {t('settings.thisDevice')}
            </span>
          )}
        </p>
        <p className="text-sm text-muted">
          {t(METHODS[session.method])} · {lastSeen}
        </p>
      </div>
      <IconButton
        label={t('settings.renameName', { device })}
        icon={<Pencil aria-hidden className="size-4.5" />}
        onClick={() => setNaming(true)}
      />
      {isNaming && <RenameDeviceDialog session={session} onClose={() => setNaming(false)} />}
      {!session.current && (
        <Button
          look="secondary"
          aria-label={t('settings.revokeName', { device })}
          isBusy={revocation.isPending}
          onClick={() => revocation.mutate()}
        >
          {t('settings.revoke')}
        </Button>
      )}
    </li>
  );
}
