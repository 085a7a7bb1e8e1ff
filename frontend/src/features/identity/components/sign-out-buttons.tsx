import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useReplicaState } from '@/lib/sync/replica-context';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast-store';
import { sessionsQuery } from '../api/list-sessions';
import { signOutElsewhere } from '../api/sign-out-elsewhere';
import { useSignOut } from '../hooks/use-sign-out';
import { ProblemNotice } from './problem-notice';

type Where = 'here' | 'elsewhere' | 'everywhere';

interface SignOutButtonsProps {
  /** What is lost with this browser, where something is. */
  caution?: ReactNode;
}

export function SignOutButtons({ caution }: SignOutButtonsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Where>();
  const sessions = useQuery(sessionsQuery);
  const close = () => setAsked(undefined);
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button look="secondary" onClick={() => setAsked('here')}>
          <LogOut aria-hidden className="size-4.5" />
          {t('settings.signOut')}
        </Button>
        {sessions.isSuccess && sessions.data.length > 1 && (
          <Button look="secondary" onClick={() => setAsked('elsewhere')}>
            {t('settings.elsewhere')}
          </Button>
        )}
        <Button look="secondary" className="text-danger" onClick={() => setAsked('everywhere')}>
          {t('settings.everywhere')}
        </Button>
      </div>
      {asked === 'elsewhere' && <Elsewhere onClose={close} />}
      {(asked === 'here' || asked === 'everywhere') && (
        <Leaving where={asked} caution={caution} onClose={close} />
      )}
    </>
  );
}

interface LeavingProps extends SignOutButtonsProps {
  where: 'here' | 'everywhere';
  onClose: () => void;
}

function Leaving({ where, caution, onClose }: LeavingProps) {
  const { t } = useTranslation();
  const unsent = useReplicaState(
    (state) =>
      state.outbox.filter((item) => item.state !== 'stored').length + state.scheduled.length,
  );
  const leaving = useSignOut();
  const [isWiped, setWiped] = useState(true);
  return (
    <Confirmation
      where={where}
      isBusy={leaving.isPending}
      error={leaving.error}
      onConfirm={() => leaving.mutate({ where, keeps: !isWiped })}
      onClose={onClose}
      caution={
        <>
          <label className="flex min-h-11 items-center gap-3 font-semibold">
            <input
              type="checkbox"
              checked={isWiped}
              onChange={(event) => setWiped(event.target.checked)}
              className="size-5 shrink-0 accent-accent"
            />
            {t('settings.signOutWipe')}
          </label>
          <p role="status" className="text-muted">
            {t(isWiped ? 'settings.signOutWiped' : 'settings.signOutKept')}
          </p>
          {isWiped && caution}
          {isWiped && unsent > 0 && (
            <Notice tone="caution" title={t('settings.signOutUnsent', { count: unsent })} />
          )}
        </>
      }
    />
  );
}

function Elsewhere({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const ending = useMutation({
    mutationFn: signOutElsewhere,
    onSuccess: () => {
      toast(t('settings.elsewhereDone'));
      onClose();
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Confirmation
      where="elsewhere"
      isBusy={ending.isPending}
      error={ending.error}
      onConfirm={() => ending.mutate()}
      onClose={onClose}
    />
  );
}

const TEXTS = {
  here: {
    title: 'settings.signOutTitle',
    detail: 'settings.signOutDetail',
    submit: 'settings.signOut',
  },
  elsewhere: {
    title: 'settings.elsewhereTitle',
    detail: 'settings.elsewhereDetail',
    submit: 'settings.elsewhere',
  },
  everywhere: {
    title: 'settings.everywhereTitle',
    detail: 'settings.everywhereDetail',
    submit: 'settings.everywhere',
  },
} as const;

interface ConfirmationProps {
  where: Where;
  isBusy: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  caution?: ReactNode;
}

function Confirmation({ where, isBusy, error, onConfirm, onClose, caution }: ConfirmationProps) {
  const { t } = useTranslation();
  const { title, detail, submit } = TEXTS[where];
  return (
    <Dialog isOpen onClose={onClose} title={t(title)}>
      <div className="space-y-4">
        <p className="text-muted">{t(detail)}</p>
        {caution}
        {error !== null && <ProblemNotice error={error} />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          look={where === 'everywhere' ? 'danger' : 'primary'}
          isBusy={isBusy}
          onClick={onConfirm}
        >
          {t(submit)}
        </Button>
      </div>
    </Dialog>
  );
}
