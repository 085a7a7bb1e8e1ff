import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Copy, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { copyText } from '@/components/ui/copy-text';
import { Skeleton } from '@/components/ui/skeleton';
import { TextField } from '@/components/ui/text-field';
import { toast } from '@/components/ui/toast-store';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { endCode } from '../api/end-code';
import { codeQuery } from '../api/get-code';
import { renewCode } from '../api/renew-code';
import { codeAddress } from '../contact-code';

/** The link that this person gives to people he wants to talk to. */
export function CodeCard() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const code = useQuery(codeQuery);
  const onSettled = () => queries.invalidateQueries({ queryKey: codeQuery.queryKey });
  const onError = () => toast(t('contact.failed'), 'failed');
  const renewing = useMutation({ mutationFn: renewCode, onSettled, onError });
  const ending = useMutation({ mutationFn: endCode, onSettled, onError });
  if (code.isPending) {
    return (
      <div role="status" aria-label={t('app.loading')} className="p-4">
        <Skeleton className="h-12" />
      </div>
    );
  }
  if (code.isError) {
    return (
      <div className="p-4">
        <ProblemNotice error={code.error} />
      </div>
    );
  }
  if (code.data.code === undefined) {
    return (
      <div className="p-4">
        <Button isBusy={renewing.isPending} onClick={() => renewing.mutate()}>
          {t('code.make')}
        </Button>
      </div>
    );
  }
  const address = codeAddress(location.origin, code.data.code);
  return (
    <div className="space-y-3 p-4">
      <TextField
        label={t('code.address')}
        hint={t('code.hint')}
        value={address}
        readOnly
        dir="ltr"
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void copyText(address, t('code.copied'), t('code.copyFailed'))}>
          <Copy aria-hidden className="size-4.5" />
          {t('code.copy')}
        </Button>
        <Button
          look="secondary"
          isBusy={renewing.isPending}
          onClick={() => renewing.mutate(undefined, { onSuccess: () => toast(t('code.renewed')) })}
        >
          <RefreshCw aria-hidden className="size-4.5" />
          {t('code.renew')}
        </Button>
        <Button
          look="quiet"
          isBusy={ending.isPending}
          onClick={() => ending.mutate(undefined, { onSuccess: () => toast(t('code.ended')) })}
        >
          {t('code.end')}
        </Button>
      </div>
    </div>
  );
}
