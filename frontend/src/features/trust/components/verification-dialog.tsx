import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useReplica } from '@/lib/sync/replica-context';
import { codeOf, groupsOf, numberIn, safetyNumber } from '@/lib/trust/safety-number';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { QrCode } from '@/components/ui/qr-code';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useCurrentSession } from '../../identity/hooks/use-current-session';
import { useOwnKey, useTrust, useVouching } from '../hooks/use-trust';
import { CodeScanner, canScan } from './code-scanner';

interface VerificationDialogProps {
  person: string;
  name: string;
  onClose: () => void;
}

/** The number that two people compare, and what they make of it. */
export function VerificationDialog({ person, name, onClose }: VerificationDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog isOpen onClose={onClose} title={t('trust.title', { name })}>
      <Verification person={person} name={name} />
      <div className="mt-6 flex justify-end">
        <Button look="secondary" onClick={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </Dialog>
  );
}

function Verification({ person, name }: { person: string; name: string }) {
  const { t } = useTranslation();
  const { account } = useCurrentSession();
  const ownKey = useOwnKey();
  const trust = useTrust([person]);
  const found = trust.data?.[0];
  const key = found?.key;
  const number = useQuery({
    queryKey: ['safety-number', account.id, ownKey.data, person, key],
    queryFn: () =>
      safetyNumber(
        { account: account.id, key: ownKey.data ?? '' },
        { account: person, key: key ?? '' },
      ),
    enabled: typeof ownKey.data === 'string' && key !== undefined,
  });
  const error = ownKey.error ?? trust.error;
  if (error !== null) {
    return <ProblemNotice error={error} />;
  }
  if (ownKey.data === null) {
    return (
      <div className="space-y-3">
        <Notice tone="info" title={t('trust.locked')}>
          {t('trust.lockedDetail')}
        </Notice>
        <Link to="/settings" className="text-accent-text underline underline-offset-2">
          {t('trust.toRecovery')}
        </Link>
      </div>
    );
  }
  if (found !== undefined && key === undefined) {
    return (
      <Notice tone="info" title={t('trust.unknown', { name })}>
        {t('trust.unknownDetail', { name })}
      </Notice>
    );
  }
  if (found === undefined || key === undefined || number.data === undefined) {
    return (
      <div role="status" aria-label={t('app.loading')}>
        <Skeleton className="h-48" />
      </div>
    );
  }
  return (
    <Comparison
      person={person}
      name={name}
      trusted={key}
      standing={found.standing}
      number={number.data}
    />
  );
}

interface ComparisonProps {
  person: string;
  name: string;
  /** The key that was believed when the number was made. */
  trusted: string;
  standing: string;
  number: string;
}

function Comparison({ person, name, trusted, standing, number }: ComparisonProps) {
  const { t } = useTranslation();
  const { trust } = useReplica().backup;
  const [scan, setScan] = useState<'off' | 'on' | 'same' | 'other'>('off');
  const marking = useMutation({
    mutationFn: (verified: boolean) => trust.mark(person, verified ? trusted : undefined),
  });
  const { data: wallet } = useVouching(person, trusted);
  const isVerified = standing === 'verified';
  return (
    <div className="space-y-4">
      {standing === 'changed' && (
        <Notice tone="danger" title={t('trust.changed', { name })}>
          {t('trust.changedDetail')}
        </Notice>
      )}
      {isVerified && <Notice tone="info" title={t('trust.isVerified', { name })} />}
      <p className="text-pretty text-muted">{t('trust.lead', { name })}</p>
      <ol
        aria-label={t('trust.number')}
        dir="ltr"
        className="grid grid-cols-4 gap-x-3 gap-y-2 rounded-xl border border-line bg-surface p-4 text-center font-mono text-base tabular-nums max-[22rem]:grid-cols-3"
      >
        {groupsOf(number).map((group, index) => (
          // The same group may stand there twice; it never moves.
          <li key={index}>{group}</li>
        ))}
      </ol>
      {scan === 'on' ? (
        <CodeScanner
          onCode={(code) => setScan(numberIn(code) === number ? 'same' : 'other')}
          onClose={() => setScan('off')}
        />
      ) : (
        <div className="flex flex-col items-center gap-3">
          <div className="w-44">
            <QrCode text={codeOf(number)} label={t('trust.code')} />
          </div>
          {canScan() && (
            <Button look="secondary" onClick={() => setScan('on')}>
              {t('trust.scan')}
            </Button>
          )}
        </div>
      )}
      {scan === 'same' && (
        <Notice tone="info" title={t('trust.scanSame')}>
          {t('trust.scanSameDetail')}
        </Notice>
      )}
      {scan === 'other' && (
        <Notice tone="danger" title={t('trust.scanOther')}>
          {t('trust.scanOtherDetail', { name })}
        </Notice>
      )}
      {typeof wallet === 'object' && wallet !== null && (
        <p className="text-sm text-pretty wrap-anywhere text-muted">
          {t(wallet.isChecked ? 'trust.vouched' : 'trust.vouchedSaid', {
            address: wallet.address,
            name,
          })}
        </p>
      )}
      {marking.isError && <ProblemNotice error={marking.error} />}
      <Button
        look={isVerified ? 'secondary' : 'primary'}
        isBusy={marking.isPending}
        onClick={() => marking.mutate(!isVerified)}
      >
        {t(isVerified ? 'trust.unmark' : 'trust.mark')}
      </Button>
    </div>
  );
}
