import { Check, Hourglass, QrCode as QrIcon, ReceiptText } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { shortAddress } from '@/lib/format/address';
import { formatAmount } from '@/lib/tip/amount';
import { shareState, totalOf, type Share, type ShareState } from '@/lib/tip/payment-request';
import { cx } from '@/components/cx';
import { Button } from '@/components/ui/button';
import type { AskedFor } from '../../message/tip-slot';
import { useChains } from '../hooks/use-chains';
import { findOffer, offersOf } from '../offer';
import type { PaymentCode } from './payment-code-dialog';

interface RequestCardProps {
  asked: AskedFor;
  account: string;
  nameOf: (account: string) => string;
  /** Undefined where nobody can pay from here. */
  onPay: ((share: Share) => void) | undefined;
  /** Shows it as any wallet reads it. */
  onCode: (code: PaymentCode) => void;
}

/** What a message asks for, who is asked, and who has paid. */
export function RequestCard({ asked, account, nameOf, onPay, onCode }: RequestCardProps) {
  const { t } = useTranslation();
  const { request, by, answers } = asked;
  const offer = findOffer(offersOf(useChains()), request.chain, request.token);
  const own = request.shares.find((share) => share.account === account);
  const isAuthor = by === account;
  const shown = own ?? (isAuthor && request.shares.length === 1 ? request.shares[0] : undefined);
  const amountOf = (units: bigint) =>
    offer === undefined
      ? t('tip.request.unknown')
      : `${formatAmount(units, offer.token.decimals)} ${offer.token.symbol}`;
  const stateOf = (share: Share) => shareState(request, by, share, answers);
  const isOpen = shown !== undefined && stateOf(shown) === 'open' && asked.seq !== undefined;
  return (
    <section
      aria-label={t('tip.request.title')}
      className="w-72 max-w-full rounded-xl border border-line bg-panel p-3.5 text-ink"
    >
      <p className="flex items-center gap-2 text-sm text-muted">
        <ReceiptText aria-hidden className="size-4.5 shrink-0" />
        {isAuthor ? t('tip.request.youAsk') : t('tip.request.asks', { name: nameOf(by) })}
      </p>
      <p className="mt-1 text-xl font-semibold tracking-tight wrap-anywhere">
        {amountOf(totalOf(request))}
      </p>
      {request.words !== undefined && (
        <p dir="auto" className="mt-1 wrap-anywhere">
          {request.words}
        </p>
      )}
      <ul className="mt-2.5 space-y-1.5 text-sm">
        {request.shares.map((share) => (
          <li
            key={share.account}
            data-share={stateOf(share)}
            className="flex flex-wrap items-center justify-between gap-x-3"
          >
            <span className="min-w-0 wrap-anywhere">
              {nameOf(share.account)}
              {request.shares.length > 1 && (
                <span className="text-muted"> · {amountOf(BigInt(share.amount))}</span>
              )}
            </span>
            <Standing state={stateOf(share)} />
          </li>
        ))}
      </ul>
      {offer === undefined ? (
        <p className="mt-2.5 text-sm text-muted">{t('tip.request.notHere')}</p>
      ) : (
        isOpen && (
          <div className="mt-3 flex flex-wrap gap-2">
            {own !== undefined && !isAuthor && onPay !== undefined && (
              <Button onClick={() => onPay(own)}>
                {t('tip.request.pay', { amount: amountOf(BigInt(own.amount)) })}
              </Button>
            )}
            <Button
              look="secondary"
              onClick={() =>
                onCode({ request, share: shown, amount: amountOf(BigInt(shown.amount)) })
              }
            >
              <QrIcon aria-hidden className="size-4.5" />
              {t('tip.request.code')}
            </Button>
          </div>
        )
      )}
      <p className="mt-3 flex flex-wrap gap-x-3 border-t border-line pt-2.5 text-xs text-muted">
        <span>{offer?.chain.name ?? t('tip.chain', { id: request.chain })}</span>
        <span className="font-mono">{shortAddress(request.address)}</span>
      </p>
    </section>
  );
}

const TONES: Record<ShareState, string> = {
  open: 'text-muted',
  coming: 'text-caution',
  paid: 'text-accent-text',
};

function Standing({ state }: { state: ShareState }) {
  const { t } = useTranslation();
  return (
    <span className={cx('flex items-center gap-1.5 font-semibold', TONES[state])}>
      {state === 'paid' && <Check aria-hidden className="size-4" />}
      {state === 'coming' && <Hourglass aria-hidden className="size-4" />}
      {t(`tip.request.state.${state}`)}
    </span>
  );
}
