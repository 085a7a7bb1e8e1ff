import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '@/components/ui/text-field';
import { useLimits } from '../hooks/use-limits';
import { isUsername, normalUsername } from '../username';

interface UsernameFieldProps {
  value: string;
  onChange: (value: string) => void;
  isTaken: boolean;
}

/** Where a new user name is chosen; it complains when the person leaves it, not while typing. */
export function UsernameField({ value, onChange, isTaken }: UsernameFieldProps) {
  const { t } = useTranslation();
  const limits = useLimits();
  const [isLeft, setLeft] = useState(false);
  const bounds = { min: limits.usernameMin, max: limits.usernameMax };
  const isBad = isLeft && value !== '' && !isUsername(normalUsername(value), limits);
  return (
    <TextField
      label={t('register.username')}
      hint={t('register.usernameHint', bounds)}
      error={
        isTaken
          ? t('register.usernameTaken')
          : isBad
            ? t('register.usernameShape', bounds)
            : undefined
      }
      name="username"
      autoComplete="username"
      autoCapitalize="none"
      spellCheck={false}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => setLeft(true)}
    />
  );
}
