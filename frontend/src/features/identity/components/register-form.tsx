import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { beginSession } from '@/lib/api/session';
import { Button } from '@/components/ui/button';
import { register } from '../api/register';
import { useEmailInput } from '../hooks/use-email-input';
import { useLimits } from '../hooks/use-limits';
import { usePasswordFault } from '../hooks/use-password-fault';
import { thisDevice } from '../this-device';
import { isPasswordBreached } from '../password-breached';
import { isUsername, normalUsername } from '../username';
import { EmailField } from './email-field';
import { NewPasswordField } from './new-password-field';
import { ProblemNotice } from './problem-notice';
import { UsernameField } from './username-field';

export function RegisterForm() {
  const { t } = useTranslation();
  const limits = useLimits();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const email = useEmailInput();
  const [isTried, setTried] = useState(false);
  const attempt = useMutation({
    mutationFn: () =>
      register({
        username: normalUsername(username),
        password,
        email: email.email,
        device: thisDevice(),
      }),
    onSuccess: beginSession,
  });
  const isTaken = isUsernameTaken(attempt.error);
  const isBreached = isPasswordBreached(attempt.error);
  const passwordError = usePasswordFault(password);
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (
          isUsername(normalUsername(username), limits) &&
          passwordError === undefined &&
          !email.isBad
        ) {
          attempt.mutate();
        }
      }}
    >
      {attempt.isError && !isTaken && !isBreached && <ProblemNotice error={attempt.error} />}
      <UsernameField
        value={username}
        isTaken={isTaken}
        onChange={(value) => {
          setUsername(value);
          attempt.reset();
        }}
      />
      <NewPasswordField
        value={password}
        onChange={(value) => {
          setPassword(value);
          attempt.reset();
        }}
        fault={passwordError}
        isTried={isTried}
        isBreached={isBreached}
      />
      <EmailField input={email} isTried={isTried} />
      <Button type="submit" isWide isBusy={attempt.isPending}>
        {t('register.submit')}
      </Button>
    </form>
  );
}

export function isUsernameTaken(error: unknown): boolean {
  return error instanceof ApiProblem && error.slug === 'username-taken';
}
