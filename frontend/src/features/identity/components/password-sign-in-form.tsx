import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { beginSession } from '@/lib/api/session';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { signIn } from '../api/sign-in';
import { thisDevice } from '../this-device';
import { normalUsername } from '../username';
import { PasswordField } from './password-field';
import { ProblemNotice } from './problem-notice';

export function PasswordSignInForm() {
  const { t } = useTranslation();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const attempt = useMutation({
    mutationFn: () =>
      signIn({ username: normalUsername(username), password, device: thisDevice() }),
    onSuccess: beginSession,
  });
  const isWrong = attempt.error instanceof ApiProblem && isRefusal(attempt.error);
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        attempt.mutate();
      }}
    >
      {attempt.isError && !isWrong && <ProblemNotice error={attempt.error} />}
      <TextField
        label={t('signIn.username')}
        name="username"
        autoComplete="username webauthn"
        autoCapitalize="none"
        spellCheck={false}
        required
        value={username}
        onChange={(event) => setUsername(event.target.value)}
      />
      <PasswordField
        name="password"
        autoComplete="current-password"
        required
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        error={isWrong ? t('signIn.wrong') : undefined}
      />
      <Button type="submit" isWide isBusy={attempt.isPending}>
        {t('signIn.submit')}
      </Button>
    </form>
  );
}

/** A name or password that no account could have is as wrong as one that none has. */
function isRefusal(problem: ApiProblem): boolean {
  return problem.slug === 'wrong-credentials' || problem.slug === 'invalid-input';
}
