import { LogOut, MailCheck } from 'lucide-react';
import { useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { AccountEmail } from '@/lib/api/types';
import { exactTime, longDate } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useAccountEmail, type EmailCommands } from '../hooks/use-account-email';
import { useAwaitVerification } from '../hooks/use-await-verification';
import { useCurrentSession } from '../hooks/use-current-session';
import { useSignOut } from '../hooks/use-sign-out';
import { DeleteAccountDialog } from './delete-account-dialog';
import { EmailAddressForm } from './email-address-form';
import { ProblemNotice } from './problem-notice';
import { ProofDialog } from './proof-dialog';

/** What somebody sees whose e-mail address has to be verified before he is let in. */
export function CheckMail() {
  const { t, i18n } = useTranslation();
  const { account } = useCurrentSession();
  const commands = useAccountEmail();
  useAwaitVerification();
  const until = account.newcomerUntil;
  return (
    <>
      <MailCheck aria-hidden className="mb-5 size-11 text-accent-text" strokeWidth={1.5} />
      <h1 className="text-2xl font-semibold tracking-tight">{t('checkMail.title')}</h1>
      <Address commands={commands} username={account.username} />
      {until !== undefined && (
        <p className="mt-8 border-t border-line pt-5 text-sm text-pretty text-muted">
          {t('checkMail.until', { until: longDate(new Date(until), i18n.language) })}
        </p>
      )}
      <Leave />
      <ProofDialog />
    </>
  );
}

function Address({ commands, username }: { commands: EmailCommands; username: string }) {
  const { t } = useTranslation();
  const [isChanging, setChanging] = useState(false);
  const { query } = commands;
  if (query.data === undefined) {
    return query.isError ? (
      <div className="mt-5 space-y-3">
        <ProblemNotice error={query.error} />
        <Button look="secondary" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    ) : (
      <div role="status" aria-label={t('app.loading')} className="mt-5">
        <Skeleton className="h-24" />
      </div>
    );
  }
  const { waiting } = query.data;
  return (
    <>
      {waiting === undefined ? (
        <p className="mt-2 text-base text-pretty text-muted">
          {t('checkMail.noAddress', { username })}
        </p>
      ) : (
        <Waiting
          waiting={waiting}
          username={username}
          commands={commands}
          onChange={isChanging ? undefined : () => setChanging(true)}
        />
      )}
      {(waiting === undefined || isChanging) && (
        <div className="mt-6">
          <EmailAddressForm
            commands={commands}
            onDone={() => setChanging(false)}
            onCancel={waiting === undefined ? undefined : () => setChanging(false)}
          />
        </div>
      )}
    </>
  );
}

interface WaitingProps {
  waiting: NonNullable<AccountEmail['waiting']>;
  username: string;
  commands: EmailCommands;
  /** Absent while the address is being changed. */
  onChange: (() => void) | undefined;
}

function Waiting({ waiting, username, commands, onChange }: WaitingProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { sending } = commands;
  const end = new Date(waiting.linkExpiresAt);
  const isOver = end.getTime() <= now.getTime();
  return (
    <>
      <p className="mt-2 text-base text-pretty wrap-anywhere text-muted">
        <Trans
          i18nKey="checkMail.lead"
          values={{ address: waiting.email, username }}
          components={{ address: <strong className="font-semibold text-ink" /> }}
        />
      </p>
      <div className="mt-4">
        {waiting.refused || isOver ? (
          <Notice tone="caution" title={t(waiting.refused ? 'email.refused' : 'email.expired')} />
        ) : (
          <p className="text-sm text-pretty text-muted">
            {t('checkMail.waiting', { until: exactTime(end, i18n.language) })}
          </p>
        )}
      </div>
      {sending.isError && (
        <div className="mt-4">
          <ProblemNotice error={sending.error} />
        </div>
      )}
      {onChange !== undefined && (
        <div className="mt-6 flex flex-wrap gap-3">
          <Button look="secondary" isBusy={sending.isPending} onClick={() => sending.mutate()}>
            {t('checkMail.sendAgain')}
          </Button>
          <Button look="secondary" onClick={onChange}>
            {t('checkMail.change')}
          </Button>
        </div>
      )}
    </>
  );
}

function Leave() {
  const { t } = useTranslation();
  const [isDeleting, setDeleting] = useState(false);
  const leaving = useSignOut();
  return (
    <>
      {leaving.isError && (
        <div className="mt-4">
          <ProblemNotice error={leaving.error} />
        </div>
      )}
      <div className="-ms-4 mt-3 flex flex-wrap gap-1">
        <Button
          look="quiet"
          isBusy={leaving.isPending}
          onClick={() => leaving.mutate({ where: 'here' })}
        >
          <LogOut aria-hidden className="size-4.5" />
          {t('checkMail.signOut')}
        </Button>
        <Button look="quiet" className="text-danger" onClick={() => setDeleting(true)}>
          {t('checkMail.delete')}
        </Button>
      </div>
      {isDeleting && <DeleteAccountDialog onClose={() => setDeleting(false)} />}
    </>
  );
}
