import { Fingerprint } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { hasPasskeys } from '@/lib/passkey/passkey';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { usePasskeySignIn } from '../hooks/use-passkey-sign-in';
import { ProblemNotice } from './problem-notice';

/** Signs in with a passkey, without a user name. */
export function PasskeySignIn() {
  return hasPasskeys() ? <Available /> : null;
}

function Available() {
  const { t } = useTranslation();
  const signingIn = usePasskeySignIn();
  return (
    <div className="mt-2.5 space-y-3">
      <Button
        look="secondary"
        isWide
        className="min-h-14"
        isBusy={signingIn.isPending && signingIn.variables.isBesideField !== true}
        onClick={signingIn.start}
      >
        <Fingerprint aria-hidden className="size-5.5 text-accent-text" />
        {t('passkey.signIn')}
      </Button>
      {signingIn.isSuccess && signingIn.data === undefined && (
        <Notice tone="info" title={t('passkey.closed')}>
          {t('passkey.closedDetail')}
        </Notice>
      )}
      {signingIn.isError &&
        (isRefused(signingIn.error) ? (
          <Notice tone="caution" title={t('passkey.refused')}>
            {t('passkey.refusedDetail')}
          </Notice>
        ) : (
          <ProblemNotice error={signingIn.error} />
        ))}
    </div>
  );
}

function isRefused(error: unknown): boolean {
  return error instanceof ApiProblem && error.slug === 'passkey-refused';
}
