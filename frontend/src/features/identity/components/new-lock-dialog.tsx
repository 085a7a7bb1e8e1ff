import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { BrowserLock, CannotLock, IDLE_MINUTES } from '@/lib/lock/browser-lock';
import { tellLockChanged } from '@/lib/lock/locking';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { toast } from '@/components/ui/toast-store';
import { faultOf, minutesOf } from '../passcode';
import { NewPasscodeFields } from './new-passcode-fields';

interface NewLockDialogProps {
  account: string;
  caution: ReactNode;
  onClose: () => void;
}

/** Turns the lock on. */
export function NewLockDialog({ account, caution, onClose }: NewLockDialogProps) {
  const { t } = useTranslation();
  const [passcode, setPasscode] = useState('');
  const [repeated, setRepeated] = useState('');
  const [minutes, setMinutes] = useState(minutesOf(''));
  const [isTried, setTried] = useState(false);
  const fault = faultOf(passcode, repeated);
  const turning = useMutation({
    mutationFn: () => new BrowserLock(account).turnOn(passcode, minutes),
    networkMode: 'always',
    onSuccess: () => {
      tellLockChanged(account);
      toast(t('lock.isOn'));
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t('lock.turnOnTitle')}>
      <form
        noValidate
        className="space-y-4"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (fault === undefined && !turning.isPending) {
            turning.mutate();
          }
        }}
      >
        <p className="text-pretty text-muted">{t('lock.turnOnDetail')}</p>
        {turning.isError && (
          <Notice
            tone="danger"
            title={t(turning.error instanceof CannotLock ? 'lock.cannot' : 'lock.failed')}
          >
            {turning.error instanceof CannotLock && t('lock.cannotDetail')}
          </Notice>
        )}
        <NewPasscodeFields
          passcode={passcode}
          repeated={repeated}
          onPasscode={setPasscode}
          onRepeated={setRepeated}
          fault={isTried ? fault : undefined}
        />
        <SelectField
          label={t('lock.after')}
          value={minutes}
          onChange={(event) => setMinutes(minutesOf(event.target.value))}
        >
          {IDLE_MINUTES.map((each) => (
            <option key={each} value={each}>
              {t('lock.minutes', { count: each })}
            </option>
          ))}
        </SelectField>
        <Notice tone="caution" title={t('lock.noWayBack')}>
          {t('lock.noWayBackDetail')}
        </Notice>
        {caution}
        <div className="flex flex-wrap justify-end gap-3 pt-2">
          <Button look="secondary" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button type="submit" isBusy={turning.isPending}>
            {t('lock.turnOn')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
