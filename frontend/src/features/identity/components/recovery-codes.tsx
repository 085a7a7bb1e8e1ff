import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LifeBuoy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { exactTime } from '@/lib/format/time';
import { saveFile } from '@/lib/save-file';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { accountEmailQuery } from '../api/account-email';
import { makeRecoveryCodes } from '../api/make-recovery-codes';
import { recoveryCodesQuery } from '../api/recovery-codes';
import { useCurrentSession } from '../hooks/use-current-session';
import { recoveryFile } from '../recovery-file';
import { ProblemNotice } from './problem-notice';

/** The codes that open a lost account, together with a mail: how many are left, and new ones. */
export function RecoveryCodesSettings() {
  const { t, i18n } = useTranslation();
  const queries = useQueryClient();
  const codes = useQuery(recoveryCodesQuery);
  const email = useQuery(accountEmailQuery);
  const [isAsked, setAsked] = useState(false);
  const making = useMutation({
    mutationFn: makeRecoveryCodes,
    onSuccess: () => setAsked(false),
    onSettled: () => queries.invalidateQueries({ queryKey: recoveryCodesQuery.queryKey }),
  });
  if (codes.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="p-4">
        <Skeleton className="h-14" />
      </div>
    );
  }
  if (codes.isError) {
    return (
      <div className="space-y-3 p-4">
        <ProblemNotice error={codes.error} />
        <Button look="secondary" onClick={() => void codes.refetch()}>
          {t('app.retry')}
        </Button>
      </div>
    );
  }
  const { left, madeAt } = codes.data;
  const hasAny = madeAt !== undefined;
  return (
    <div className="space-y-4 p-4">
      {email.isSuccess && email.data.verified === undefined && (
        <Notice tone="caution" title={t('recovery.noEmail')}>
          {t('recovery.noEmailDetail')}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-x-3.5 gap-y-3">
        <LifeBuoy aria-hidden className="size-5.5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 basis-52">
          <p className="text-base font-semibold">
            {hasAny ? t('recovery.left', { count: left }) : t('recovery.none')}
          </p>
          <p className="text-sm text-pretty text-muted">
            {hasAny
              ? t('recovery.madeAt', { when: exactTime(new Date(madeAt), i18n.language) })
              : t('recovery.noneDetail')}
          </p>
        </div>
        <Button
          look="secondary"
          isBusy={making.isPending}
          onClick={() => (hasAny ? setAsked(true) : making.mutate())}
        >
          {t(hasAny ? 'recovery.replace' : 'recovery.make')}
        </Button>
      </div>
      {making.isError && <ProblemNotice error={making.error} />}
      {isAsked && (
        <Dialog isOpen onClose={() => setAsked(false)} title={t('recovery.replaceTitle')}>
          <p className="text-pretty text-muted">{t('recovery.replaceDetail')}</p>
          <div className="mt-6 flex flex-wrap justify-end gap-3">
            <Button look="secondary" onClick={() => setAsked(false)}>
              {t('app.cancel')}
            </Button>
            <Button isBusy={making.isPending} onClick={() => making.mutate()}>
              {t('recovery.replace')}
            </Button>
          </div>
        </Dialog>
      )}
      {making.isSuccess && <NewCodes codes={making.data.codes} onClose={() => making.reset()} />}
    </div>
  );
}

function NewCodes({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const save = () => {
    const file = new Blob([recoveryFile(account.username, location.host, codes)], {
      type: 'text/plain',
    });
    saveFile(`parley-recovery-codes-${account.username}.txt`, file);
  };
  return (
    <Dialog isOpen onClose={onClose} title={t('recovery.newTitle')}>
      <p className="text-pretty text-muted">{t('recovery.newDetail')}</p>
      <ul
        aria-label={t('recovery.title')}
        className="my-5 grid gap-x-6 gap-y-1.5 rounded-xl bg-hover p-4 font-mono text-sm sm:grid-cols-2"
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={save}>
          {t('recovery.save')}
        </Button>
        <Button onClick={onClose}>{t('recovery.kept')}</Button>
      </div>
    </Dialog>
  );
}
