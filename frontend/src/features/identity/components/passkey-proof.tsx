import { useMutation } from '@tanstack/react-query';
import { Fingerprint } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '@/lib/api/problem';
import { signWithPasskey } from '@/lib/passkey/passkey';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { proveByPasskey } from '../api/prove-by-passkey';
import { requestPasskeyProof } from '../api/request-passkey-proof';
import { ProblemNotice } from './problem-notice';

/** Proves by a passkey of the account who the person is. */
export function PasskeyProof({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const proving = useMutation({
    mutationFn: async () => {
      const assertion = await signWithPasskey(await requestPasskeyProof());
      if (assertion !== undefined) {
        await proveByPasskey(assertion);
      }
      return assertion !== undefined;
    },
    onSuccess: (isProven) => {
      if (isProven) {
        onDone();
      }
    },
  });
  const isRefused = proving.error instanceof ApiProblem && proving.error.slug === 'proof-refused';
  return (
    <div className="space-y-3">
      {proving.data === false && (
        <Notice tone="info" title={t('passkey.closed')}>
          {t('passkey.closedDetail')}
        </Notice>
      )}
      {proving.isError &&
        (isRefused ? (
          <Notice tone="caution" title={t('passkey.refused')}>
            {t('passkey.refusedDetail')}
          </Notice>
        ) : (
          <ProblemNotice error={proving.error} />
        ))}
      <Button look="secondary" isWide isBusy={proving.isPending} onClick={() => proving.mutate()}>
        <Fingerprint aria-hidden className="size-5.5 text-accent-text" />
        {t('passkey.confirm')}
      </Button>
    </div>
  );
}
