import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import type { PasscodeTry } from '../hooks/use-passcode';
import { PasswordField } from './password-field';

/** The wait is read aloud whenever its number changes: not every second. */
const STEP_SECONDS = 5;

interface PasscodeFieldProps extends Omit<
  ComponentProps<typeof PasswordField>,
  'value' | 'onChange' | 'error' | 'autoComplete'
> {
  value: string;
  onChange: (value: string) => void;
  attempt: PasscodeTry;
}

/** Asks for the passcode, and says when it was the wrong one and how long to wait. */
export function PasscodeField({ value, onChange, attempt, ...rest }: PasscodeFieldProps) {
  const { t } = useTranslation();
  const error =
    attempt.wait > 0
      ? t('lock.wait', { count: Math.ceil(attempt.wait / STEP_SECONDS) * STEP_SECONDS })
      : attempt.isWrong
        ? t('lock.wrong')
        : undefined;
  return (
    <PasswordField
      {...rest}
      label={t('lock.passcode')}
      value={value}
      onChange={(event) => {
        onChange(event.target.value);
        attempt.reset();
      }}
      autoComplete="off"
      {...(error === undefined ? {} : { error })}
    />
  );
}
