import { useTranslation } from 'react-i18next';
import { useLimits } from '../hooks/use-limits';
import { PasswordField } from './password-field';

interface NewPasswordFieldProps {
  label?: string;
  value: string;
  onChange: (value: string) => void;
  /** Why it cannot be taken; shown once the person has tried. */
  fault: string | undefined;
  isTried: boolean;
  /** That attackers know it, as the server said. */
  isBreached: boolean;
}

/** A password that somebody chooses. */
export function NewPasswordField(props: NewPasswordFieldProps) {
  const { t } = useTranslation();
  const { passwordMin } = useLimits();
  const { label, value, onChange, fault, isTried, isBreached } = props;
  return (
    <PasswordField
      {...(label === undefined ? {} : { label })}
      name="password"
      autoComplete="new-password"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
      hint={t('register.passwordHint', { min: passwordMin })}
      error={isBreached ? t('register.passwordBreached') : isTried ? fault : undefined}
    />
  );
}
