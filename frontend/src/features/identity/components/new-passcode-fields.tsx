import { useTranslation } from 'react-i18next';
import { SHORTEST_PASSCODE } from '@/lib/lock/browser-lock';
import type { PasscodeFault } from '../passcode';
import { PasswordField } from './password-field';

interface NewPasscodeFieldsProps {
  passcode: string;
  repeated: string;
  onPasscode: (value: string) => void;
  onRepeated: (value: string) => void;
  /** What is wrong, once it was tried. */
  fault: PasscodeFault | undefined;
}

/** A new passcode, typed twice: nobody can look it up afterwards. */
export function NewPasscodeFields(props: NewPasscodeFieldsProps) {
  const { t } = useTranslation();
  const { passcode, repeated, onPasscode, onRepeated, fault } = props;
  return (
    <>
      <PasswordField
        label={t('lock.newPasscode')}
        hint={t('lock.passcodeHint', { min: SHORTEST_PASSCODE })}
        value={passcode}
        onChange={(event) => onPasscode(event.target.value)}
        autoComplete="off"
        {...(fault === 'short' ? { error: t('lock.short', { min: SHORTEST_PASSCODE }) } : {})}
      />
      <PasswordField
        label={t('lock.repeat')}
        value={repeated}
        onChange={(event) => onRepeated(event.target.value)}
        autoComplete="off"
        {...(fault === 'different' ? { error: t('lock.different') } : {})}
      />
    </>
  );
}
