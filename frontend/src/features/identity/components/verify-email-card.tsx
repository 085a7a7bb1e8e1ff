import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BadgeCheck, MailCheck, MailX } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ApiProblem } from '@/lib/api/problem';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { isNewcomer, renewNewcomer } from '../newcomer';
import { accountEmailQuery } from '../api/account-email';
import { verifyEmail } from '../api/verify-email';
import { ProblemNotice } from './problem-notice';

const LINK =
  'inline-flex min-h-11 items-center justify-center rounded-xl bg-accent px-4 font-semibold text-on-accent hover:bg-accent-hover';

const REASONS = ['used', 'expired', 'superseded', 'unknown', 'taken'] as const;
type Reason = (typeof REASONS)[number];

/**
 * Verifies an address when the person presses the button: programs that open every link of a mail
 * press none.
 */
export function VerifyEmailCard({ token }: { token: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const verifying = useMutation({
    mutationFn: async () => {
      const { username } = await verifyEmail(token);
      return { username, wasNewcomer: isNewcomer() };
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: accountEmailQuery.queryKey });
      // Of all tabs of this browser, and those that wait for it go on.
      await renewNewcomer().catch(() => undefined);
    },
  });
  const reason = reasonOf(verifying.error);
  if (verifying.isSuccess) {
    return (
      <EmptyState
        isPage
        art={<BadgeCheck aria-hidden className="size-12" strokeWidth={1.5} />}
        title={t('verifyEmail.done')}
        action={
          <Onwards to={verifying.data.wasNewcomer ? '/' : '/settings'}>
            {t('verifyEmail.open')}
          </Onwards>
        }
      >
        {t('verifyEmail.doneDetail', { username: verifying.data.username })}
      </EmptyState>
    );
  }
  if (reason !== undefined) {
    return <VerifyEmailOver reason={reason} />;
  }
  return (
    <EmptyState
      isPage
      art={<MailCheck aria-hidden className="size-12" strokeWidth={1.5} />}
      title={t('verifyEmail.title')}
      action={
        <div className="space-y-4">
          <Button isWide isBusy={verifying.isPending} onClick={() => verifying.mutate()}>
            {t('verifyEmail.submit')}
          </Button>
          {verifying.isError && (
            <div className="text-start">
              <ProblemNotice error={verifying.error} />
            </div>
          )}
        </div>
      }
    >
      {t('verifyEmail.lead')}
    </EmptyState>
  );
}

/** What is told when a link verifies nothing. */
export function VerifyEmailOver({ reason }: { reason: Reason }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      isPage
      art={<MailX aria-hidden className="size-12" strokeWidth={1.5} />}
      title={t(`verifyEmail.${reason}`)}
      action={<Onwards>{t('verifyEmail.settings')}</Onwards>}
    >
      {t(`verifyEmail.${reason}Detail`)}
    </EmptyState>
  );
}

function Onwards({ to = '/settings', children }: { to?: string; children: ReactNode }) {
  return (
    <Link to={to} replace className={LINK}>
      {children}
    </Link>
  );
}

function reasonOf(error: unknown): Reason | undefined {
  if (!(error instanceof ApiProblem)) {
    return undefined;
  }
  if (error.slug === 'email-taken') {
    return 'taken';
  }
  if (error.slug === 'email-link-refused') {
    return REASONS.find((reason) => reason === error.problem.reason) ?? 'unknown';
  }
  return undefined;
}
