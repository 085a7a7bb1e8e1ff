import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { beginSession } from '@/lib/api/session';
import { shortAddress } from '@/lib/format/address';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { registerWallet } from '../api/register-wallet';
import { useEmailInput } from '../hooks/use-email-input';
import { useLimits } from '../hooks/use-limits';
import type { UnregisteredWallet } from '../hooks/use-wallet-sign-in';
import { thisDevice } from '../this-device';
import { isUsername, normalUsername } from '../username';
import { EmailField } from './email-field';
import { ProblemNotice } from './problem-notice';
import { isUsernameTaken } from './register-form';
import { UsernameField } from './username-field';

interface WalletNameFormProps {
  wallet: UnregisteredWallet;
  onRestart: () => void;
}

/** The wallet is proven and new: the person chooses a user name for it. */
export function WalletNameForm({ wallet, onRestart }: WalletNameFormProps) {
  const { t } = useTranslation();
  const limits = useLimits();
  const [username, setUsername] = useState('');
  const email = useEmailInput();
  const [isTried, setTried] = useState(false);
  const attempt = useMutation({
    mutationFn: () =>
      registerWallet({
        registration: wallet.registration,
        username: normalUsername(username),
        email: email.email,
        device: thisDevice(),
      }),
    onSuccess: beginSession,
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
        if (isUsername(normalUsername(username), limits) && !email.isBad) {
          attempt.mutate();
        }
      }}
    >
      <p className="text-base text-muted">{t('register.walletLead')}</p>
      <p className="flex items-center justify-between rounded-xl bg-hover px-3.5 py-3 text-sm">
        <span className="text-muted">{t('register.walletAddress')}</span>
        <span className="font-mono" title={wallet.address}>
          {shortAddress(wallet.address)}
        </span>
      </p>
      {isExpired && (
        <Notice
          tone="caution"
          title={t('register.walletExpired')}
          action={
            <Button look="secondary" onClick={onRestart}>
              {t('app.retry')}
            </Button>
          }
        >
          {t('register.walletExpiredDetail')}
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
      <EmailField input={email} isTried={isTried} />
      <Button type="submit" isWide isBusy={attempt.isPending}>
        {t('register.submit')}
      </Button>
    </form>
  );
}
