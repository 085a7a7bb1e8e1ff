import { LockKeyhole } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserLock, IDLE_MINUTES } from '@/lib/lock/browser-lock';
import { lockNow, tellLockChanged } from '@/lib/lock/locking';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/select-field';
import { toast } from '@/components/ui/toast-store';
import { useLockOfBrowser } from '../lock-context';
import { minutesOf } from '../passcode';
import { PasscodeDialog } from './passcode-dialog';
import { NewLockDialog } from './new-lock-dialog';

interface LockSettingsProps {
  /** What is lost with the passcode, where something is. */
  caution?: ReactNode;
}

/** The lock of this browser: on, off, after how long, and now. */
export function LockSettings({ caution }: LockSettingsProps) {
  const { t } = useTranslation();
  const { account, minutes } = useLockOfBrowser();
  const [asked, setAsked] = useState<'new' | 'change' | 'off'>();
  const close = () => setAsked(undefined);
  const setMinutes = (chosen: string) => {
    new BrowserLock(account)
      .setMinutes(minutesOf(chosen))
      .then(() => tellLockChanged(account))
      .catch(() => toast(t('lock.failed'), 'failed'));
  };
  return (
    <div className="space-y-4 p-4">
      {minutes === undefined ? (
        <Button look="secondary" onClick={() => setAsked('new')}>
          <LockKeyhole aria-hidden className="size-4.5" />
          {t('lock.turnOn')}
        </Button>
      ) : (
        <>
          <SelectField
            label={t('lock.after')}
            hint={t('lock.afterDetail')}
            value={minutes}
            onChange={(event) => setMinutes(event.target.value)}
          >
            {IDLE_MINUTES.map((each) => (
              <option key={each} value={each}>
                {t('lock.minutes', { count: each })}
              </option>
            ))}
          </SelectField>
          <div className="flex flex-wrap gap-3">
            <Button onClick={() => lockNow(account)}>
              <LockKeyhole aria-hidden className="size-4.5" />
              {t('lock.now')}
            </Button>
            <Button look="secondary" onClick={() => setAsked('change')}>
              {t('lock.change')}
            </Button>
            <Button look="secondary" onClick={() => setAsked('off')}>
              {t('lock.turnOff')}
            </Button>
          </div>
        </>
      )}
      {asked === 'new' && <NewLockDialog account={account} caution={caution} onClose={close} />}
      {(asked === 'change' || asked === 'off') && (
        <PasscodeDialog account={account} purpose={asked} onClose={close} />
      )}
    </div>
  );
}
