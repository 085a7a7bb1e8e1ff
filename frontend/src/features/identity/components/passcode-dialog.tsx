import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserLock } from '@/lib/lock/browser-lock';
import { tellLockChanged } from '@/lib/lock/locking';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { toast } from '@/components/ui/toast-store';
import { usePasscode } from '../hooks/use-passcode';
import { faultOf } from '../passcode';
import { NewPasscodeFields } from './new-passcode-fields';
import { PasscodeField } from './passcode-field';

interface PasscodeDialogProps {
  account: string;
  purpose: 'change' | 'off';
  onClose: () => void;
}

/** Changes the passcode, or turns the lock off: for both it is asked for once more. */
export function PasscodeDialog({ account, purpose, onClose }: PasscodeDialogProps) {
  const { t } = useTranslation();
  const [passcode, setPasscode] = useState('');
  const [next, setNext] = useState('');
  const [repeated, setRepeated] = useState('');
  const [isTried, setTried] = useState(false);
  const isChange = purpose === 'change';
  const fault = isChange ? faultOf(next, repeated) : undefined;
  const lock = new BrowserLock(account);
  const attempt = usePasscode(
    account,
    (typed: string) => (isChange ? lock.changePasscode(typed, next) : lock.turnOff(typed)),
    () => {
      tellLockChanged(account);
      toast(t(isChange ? 'lock.changed' : 'lock.isOff'));
      onClose();
    },
  );
  return (
    <Dialog isOpen onClose={onClose} title={t(isChange ? 'lock.change' : 'lock.turnOffTitle')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (fault === undefined && !attempt.isPending) {
            attempt.submit(passcode);
          }
        }}
      >
        {!isChange && <p className="text-pretty text-muted">{t('lock.turnOffDetail')}</p>}
        {attempt.error !== undefined && <Notice tone="danger" title={t('lock.failed')} />}
        <PasscodeField value={passcode} onChange={setPasscode} attempt={attempt} />
        {isChange && (
          <NewPasscodeFields
            passcode={next}
            repeated={repeated}
            onPasscode={setNext}
            onRepeated={setRepeated}
            fault={isTried ? fault : undefined}
          />
        )}
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={attempt.isPending} disabled={attempt.wait > 0}>
            {t(isChange ? 'lock.changeSubmit' : 'lock.turnOff')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
