import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { beginSession } from '@/lib/api/session';
import type { DeviceInput, SignedIn } from '@/lib/api/types';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useEmailInput } from '../hooks/use-email-input';
import { useLimits } from '../hooks/use-limits';
import { thisDevice } from '../this-device';
import { isUsername, normalUsername } from '../username';
import { EmailField } from './email-field';
import { ProblemNotice } from './problem-notice';
import { isUsernameTaken } from './register-form';
import { UsernameField } from './username-field';

interface NewNameFormProps {
  /** Who is new, and what is known. */
  children: ReactNode;
  /** What the field holds before the person types. */
  proposal?: string;
  /** The account begins with an address already. */
  hasEmail?: boolean;
  /** What is said when the proof was not good any more. */
  expired: { title: string; detail: string };
  register: (person: {
    username: string;
    email: string | undefined;
    device: DeviceInput;
  }) => Promise<SignedIn>;
  /** The person is signed in. */
  onDone?: () => void;
  /** Proves it again. */
  onRestart: () => void;
}

/** Somebody who is proven and new chooses a user name. */
export function NewNameForm({
  children,
  proposal = '',
  hasEmail = false,
  expired,
  register,
  onDone,
  onRestart,
}: NewNameFormProps) {
  const { t } = useTranslation();
  const limits = useLimits();
  const [username, setUsername] = useState(proposal);
  const email = useEmailInput();
  const [isTried, setTried] = useState(false);
  const attempt = useMutation({
    mutationFn: () =>
      register({
        username: normalUsername(username),
        email: hasEmail ? undefined : email.email,
        device: thisDevice(),
      }),
    onSuccess: (signedIn) => {
      beginSession(signedIn);
      onDone?.();
    },
  });
  const isTaken = isUsernameTaken(attempt.error);
  const isExpired = attempt.error instanceof ApiProblem && attempt.error.status === 401;
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isUsername(normalUsername(username), limits) && (hasEmail || !email.isBad)) {
          attempt.mutate();
        }
      }}
    >
      {children}
      {isExpired && (
        <Notice
          tone="caution"
          title={expired.title}
          action={
            <Button look="secondary" onClick={onRestart}>
              {t('app.retry')}
            </Button>
          }
        >
          {expired.detail}
        </Notice>
      )}
      {attempt.isError && !isTaken && !isExpired && <ProblemNotice error={attempt.error} />}
      <UsernameField
        value={username}
        isTaken={isTaken}
        onChange={(value) => {
          setUsername(value);
          attempt.reset();
        }}
      />
      {!hasEmail && <EmailField input={email} isTried={isTried} />}
      <Button type="submit" isWide isBusy={attempt.isPending}>
        {t('register.submit')}
      </Button>
    </form>
  );
}
