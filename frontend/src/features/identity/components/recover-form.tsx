import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { beginSession } from '@/lib/api/session';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { recover } from '../api/recover';
import { usePasswordFault } from '../hooks/use-password-fault';
import { isPasswordBreached } from '../password-breached';
import { thisDevice } from '../this-device';
import { NewPasswordField } from './new-password-field';
import { ProblemNotice } from './problem-notice';

interface RecoverFormProps {
  /** What stands behind the `#` of the link in the mail. */
  token: string;
  onOpened: () => void;
}

const REASONS = ['used', 'expired', 'spent', 'unknown'] as const;

/** Opens a lost account: the link, a recovery code, and the password from now on. */
export function RecoverForm({ token, onOpened }: RecoverFormProps) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const fault = usePasswordFault(password);
  const opening = useMutation({
    mutationFn: () => recover({ token, code, password, device: thisDevice() }),
    onSuccess: (signedIn) => {
      beginSession(signedIn);
      onOpened();
    },
  });
  const { error } = opening;
  const slug = error instanceof ApiProblem ? error.slug : undefined;
  const isCodeWrong = slug === 'wrong-recovery-code' || slug === 'invalid-input';
  const isBreached = isPasswordBreached(error);
  const codeLength = code.replace(/[\s-]/g, '').length;
  if (error instanceof ApiProblem && slug === 'recovery-refused') {
    return <RecoveryOver reason={String(error.problem.reason)} />;
  }
  return (
    <form
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (fault === undefined && codeLength === 16) {
          opening.mutate();
        }
      }}
    >
      {error !== null && !isCodeWrong && !isBreached && <ProblemNotice error={error} />}
      <TextField
        label={t('recovery.code')}
        hint={t('recovery.codeHint')}
        error={
          isCodeWrong
            ? t('recovery.codeWrong')
            : isTried && codeLength !== 16
              ? t('recovery.codeShape')
              : undefined
        }
        name="code"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        required
        className="[&_input]:font-mono"
        value={code}
        onChange={(event) => {
          setCode(event.target.value);
          opening.reset();
        }}
      />
      <NewPasswordField
        label={t('credentials.newPassword')}
        value={password}
        onChange={(value) => {
          setPassword(value);
          opening.reset();
        }}
        fault={fault}
        isTried={isTried}
        isBreached={isBreached}
      />
      <Button type="submit" isWide isBusy={opening.isPending}>
        {t('recovery.open')}
      </Button>
    </form>
  );
}

function RecoveryOver({ reason }: { reason: string }) {
  const { t } = useTranslation();
  const known = REASONS.find((each) => each === reason) ?? 'unknown';
  return (
    <Notice tone="caution" title={t(`recovery.${known}`)}>
      {t('recovery.again')}
    </Notice>
  );
}
