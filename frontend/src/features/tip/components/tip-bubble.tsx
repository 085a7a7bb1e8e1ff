import { Coins, ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatAmount } from '@/lib/tip/amount';
import type { TipFacts } from '@/lib/tip/tip-entry';
import { cx } from '@/components/cx';
import { useChains } from '../hooks/use-chains';
import { CallsState } from './calls-state';
import { TipProof } from './tip-proof';
import { isUnpaid, TipState, tipWords } from './tip-state';
import { ShortWallet } from './wallet-address';

interface TipBubbleProps {
  tip: TipFacts;
  account: string;
  nameOf: (account: string) => string;
}

/** A tip in the conversation: what was promised, and how far the chain says it has come. */
export function TipBubble({ tip, account, nameOf }: TipBubbleProps) {
  const { t } = useTranslation();
  const chain = useChains().find(({ id }) => id === tip.chain);
  const isOwn = tip.payer === account;
  const amount = `${formatAmount(tip.units, tip.decimals)} ${tip.symbol}`;
  const title =
    tip.payer === account
      ? t('tip.youTip', { name: nameOf(tip.recipient) })
      : tip.recipient === account
        ? t('tip.tipsYou', { name: nameOf(tip.payer) })
        : t('tip.tips', { payer: nameOf(tip.payer), recipient: nameOf(tip.recipient) });
  return (
    <div className={cx('flex px-4 py-1 md:px-6', isOwn && 'justify-end')}>
      <article
        aria-label={`${title}: ${amount}. ${tipWords(tip, t)}`}
        data-tip={tip.id}
        data-state={tip.state}
        tabIndex={-1}
        className="w-full max-w-sm rounded-2xl border border-line bg-panel p-4"
      >
        <p className="flex items-center gap-2 text-sm text-muted">
          <Coins aria-hidden className="size-4.5 shrink-0" />
          <span className="min-w-0 wrap-anywhere">{title}</span>
        </p>
        <p
          className={cx(
            'mt-1.5 text-xl font-semibold tracking-tight wrap-anywhere',
            isUnpaid(tip.state) && 'text-muted line-through',
          )}
        >
          {amount}
        </p>
        <div role="status" className="mt-2">
          {isOwn && tip.state === 'intent' ? (
            <CallsState tip={tip.id} otherwise={<TipState progress={tip} />} />
          ) : (
            <TipState progress={tip} />
          )}
        </div>
        {tip.state === 'confirming' && tip.needed > 0 && (
          <progress
            aria-label={t('tip.progress')}
            value={tip.confirmations}
            max={tip.needed}
            className="mt-2 h-1.5 w-full"
          />
        )}
        <TipProof tip={tip} chain={chain} />
        <Details>
          <span>{chain?.name ?? t('tip.chain', { id: tip.chain })}</span>
          <ShortWallet address={tip.address} />
          {tip.hash !== undefined && chain?.explorer !== undefined && (
            <a
              href={chain.explorer.replace('{hash}', tip.hash)}
              target="_blank"
              rel="noreferrer noopener"
              className="inline-flex min-h-6 items-center gap-1 font-semibold text-accent-text underline"
            >
              {t('tip.explorer')}
              <ExternalLink aria-hidden className="size-3.5" />
            </a>
          )}
        </Details>
      </article>
    </div>
  );
}

function Details({ children }: { children: ReactNode }) {
  return (
    <div className="mt-3 flex flex-wrap items-baseline gap-x-3 gap-y-1 border-t border-line pt-2.5 text-xs text-muted">
      {children}
    </div>
  );
}
