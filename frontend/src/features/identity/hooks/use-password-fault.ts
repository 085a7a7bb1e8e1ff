import { useTranslation } from 'react-i18next';
import { passwordLength } from '../username';
import { useLimits } from './use-limits';

/** What is wrong with a password that a person chooses, as far as can be told here. */
export function usePasswordFault(password: string): string | undefined {
  const { t } = useTranslation();
  const { passwordMin, passwordMax } = useLimits();
  const length = passwordLength(password);
  if (length < passwordMin) {
    return t('register.passwordShort', { min: passwordMin });
  }
  return length > passwordMax ? t('register.passwordLong', { max: passwordMax }) : undefined;
}
