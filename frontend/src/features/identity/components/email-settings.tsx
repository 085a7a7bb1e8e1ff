import { BadgeCheck, MailWarning, Mail as MailIcon } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountEmail } from '@/lib/api/types';
import { exactTime } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { useAccountEmail, type EmailCommands } from '../hooks/use-account-email';
import { useEmailPolicy } from '../hooks/use-email-input';
import { EmailAddressForm } from './email-address-form';
import { ProblemNotice } from './problem-notice';

/** The e-mail address of the account: give, change, verify, take out. */
export function EmailSettings() {
  const { t } = useTranslation();
  const commands = useAccountEmail();
  const [isChanging, setChanging] = useState(false);
  const { query } = commands;
  if (query.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="p-4">
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (query.isError) {
    return (
      <div className="space-y-3 p-4">
        <ProblemNotice error={query.error} />
        <Button look="secondary" onClick={() => void query.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  const { verified, waiting } = query.data;
  const isEmpty = verified === undefined && waiting === undefined;
  return (
    <div className="divide-y divide-line">
      {verified !== undefined && (
        <VerifiedRow
          address={verified.email}
          commands={commands}
          onChange={isChanging ? undefined : () => setChanging(true)}
        />
      )}
      {waiting !== undefined && <WaitingRow waiting={waiting} commands={commands} />}
      {(isEmpty || isChanging) && (
        <div className="p-4">
          <EmailAddressForm
            commands={commands}
            onDone={() => setChanging(false)}
            onCancel={isEmpty ? undefined : () => setChanging(false)}
          />
        </div>
      )}
    </div>
  );
}

interface RowProps {
  icon: ReactNode;
  address: string;
  detail: string;
  children: ReactNode;
}

function Row({ icon, address, detail, children }: RowProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3 px-4 py-3">
      {icon}
      <div className="min-w-0 flex-1 basis-52">
        <p className="text-base font-semibold wrap-anywhere">{address}</p>
        <p className="text-sm text-pretty text-muted">{detail}</p>
      </div>
      <div className="flex flex-wrap gap-2">{children}</div>
    </div>
  );
}

interface VerifiedRowProps {
  address: string;
  commands: EmailCommands;
  /** Absent while the address is being changed. */
  onChange: (() => void) | undefined;
}

function VerifiedRow({ address, commands, onChange }: VerifiedRowProps) {
  const { t } = useTranslation();
  const policy = useEmailPolicy();
  const [isAsked, setAsked] = useState(false);
  const { removing } = commands;
  return (
    <Row
      icon={<BadgeCheck aria-hidden className="size-5.5 shrink-0 text-accent-text" />}
      address={address}
      detail={t('email.verified')}
    >
      {onChange !== undefined && policy !== 'off' && (
        <Button look="secondary" onClick={onChange}>
          {t('email.change')}
        </Button>
      )}
      {policy !== 'required' && (
        <Button look="secondary" onClick={() => setAsked(true)}>
          {t('email.remove')}
        </Button>
      )}
      {isAsked && (
        <Dialog isOpen onClose={() => setAsked(false)} title={t('email.removeTitle')}>
          <div className="space-y-4">
            <p className="text-pretty text-muted">{t('email.removeDetail')}</p>
            {removing.isError && <ProblemNotice error={removing.error} />}
          </div>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button look="secondary" onClick={() => setAsked(false)}>
              {t('app.cancel')}
            </Button>
            <Button
              look="danger"
              isBusy={removing.isPending}
              onClick={() => removing.mutate(undefined, { onSuccess: () => setAsked(false) })}
            >
              {t('email.remove')}
            </Button>
          </div>
        </Dialog>
      )}
    </Row>
  );
}

interface WaitingRowProps {
  waiting: NonNullable<AccountEmail['waiting']>;
  commands: EmailCommands;
}

function WaitingRow({ waiting, commands }: WaitingRowProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const { sending, takingBack } = commands;
  const end = new Date(waiting.linkExpiresAt);
  const isOver = end.getTime() <= now.getTime();
  const isBad = waiting.refused || isOver;
  const detail = waiting.refused
    ? t('email.refused')
    : isOver
      ? t('email.expired')
      : t('email.waiting', { until: exactTime(end, i18n.language) });
  return (
    <div>
      <Row
        icon={
          isBad ? (
            <MailWarning aria-hidden className="size-5.5 shrink-0 text-caution" />
          ) : (
            <MailIcon aria-hidden className="size-5.5 shrink-0 text-muted" />
          )
        }
        address={waiting.email}
        detail={detail}
      >
        <Button look="secondary" isBusy={sending.isPending} onClick={() => sending.mutate()}>
          {t('email.sendAgain')}
        </Button>
        <Button look="secondary" isBusy={takingBack.isPending} onClick={() => takingBack.mutate()}>
          {t('email.takeBack')}
        </Button>
      </Row>
      {sending.isError && (
        <div className="px-4 pb-3">
          <ProblemNotice error={sending.error} />
        </div>
      )}
    </div>
  );
}
