import { LockKeyhole } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { currentAccessToken } from '@/lib/api/session';
import { BrowserLock } from '@/lib/lock/browser-lock';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { usePasscode } from '../hooks/use-passcode';
import { useSignOut } from '../hooks/use-sign-out';
import { PasscodeField } from './passcode-field';
import { ProblemNotice } from './problem-notice';

/** How often it is looked whether the session still is one. Milliseconds. */
const LOOK_EVERY_MS = 60_000;

interface LockScreenProps {
  account: string;
  onUnlocked: (key: CryptoKey) => void;
}

/** Stands before everything that this browser keeps. It shows nothing of whose it is. */
export function LockScreen({ account, onUnlocked }: LockScreenProps) {
  const { t } = useTranslation();
  const [passcode, setPasscode] = useState('');
  const [isForgotten, setForgotten] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const attempt = usePasscode(
    account,
    (typed: string) => new BrowserLock(account).unlock(typed),
    onUnlocked,
  );
  useSilence();
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  return (
    <main className="grid h-full place-items-center overflow-y-auto bg-panel px-5 py-8">
      <form
        ref={form}
        noValidate
        className="w-full max-w-sm space-y-5"
        onSubmit={(event) => {
          event.preventDefault();
          attempt.submit(passcode);
        }}
      >
        <div className="flex flex-col items-center gap-3 text-center">
          <span className="grid size-16 place-items-center rounded-2xl bg-accent-soft text-accent-text">
            <LockKeyhole aria-hidden className="size-8" />
          </span>
          <h1 className="text-2xl font-bold tracking-tight">{t('lock.locked')}</h1>
          <p className="text-pretty text-muted">{t('lock.lockedLead')}</p>
        </div>
        {attempt.error !== undefined && <Notice tone="danger" title={t('lock.failed')} />}
        <PasscodeField value={passcode} onChange={setPasscode} attempt={attempt} />
        <Button
          type="submit"
          isWide
          isBusy={attempt.isPending}
          disabled={attempt.wait > 0 || passcode === ''}
        >
          {t('lock.unlock')}
        </Button>
        <Button look="quiet" isWide onClick={() => setForgotten(true)}>
          {t('lock.forgot')}
        </Button>
      </form>
      {isForgotten && <Forgotten onClose={() => setForgotten(false)} />}
    </main>
  );
}

/** Tells nobody how much waits to be read, and notices when the session has ended elsewhere. */
function useSilence(): void {
  useEffect(() => {
    const badge = navigator as Partial<Pick<Navigator, 'clearAppBadge'>>;
    // Only an installed app has one; elsewhere the wish is refused.
    badge.clearAppBadge?.().catch(() => undefined);
    const look = () => void currentAccessToken().catch(() => undefined);
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, []);
}

function Forgotten({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const leaving = useSignOut();
  return (
    <Dialog isOpen onClose={onClose} title={t('lock.forgotTitle')}>
      <div className="space-y-4">
        <p className="text-pretty text-muted">{t('lock.forgotDetail')}</p>
        <Notice tone="caution" title={t('lock.forgotLost')} />
        {leaving.isError && <ProblemNotice error={leaving.error} />}
      </div>
      <div className="mt-6 flex flex-wrap justify-end gap-3">
        <Button look="secondary" onClick={onClose}>
          {t('app.cancel')}
        </Button>
        <Button
          look="danger"
          isBusy={leaving.isPending}
          onClick={() => leaving.mutate({ where: 'here' })}
        >
          {t('lock.forgotSubmit')}
        </Button>
      </div>
    </Dialog>
  );
}
