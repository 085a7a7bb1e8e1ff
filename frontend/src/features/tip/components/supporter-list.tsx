import { useQuery } from '@tanstack/react-query';
import { HeartHandshake } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Tip } from '@/lib/api/types';
import { formatAmount } from '@/lib/tip/amount';
import { supportersOf } from '@/lib/tip/supporters';
import { EmptyState } from '@/components/ui/empty-state';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { allTipsQuery } from '../api/list-tips';

interface SupporterListProps {
  account: string;
  nameOf: (tip: Tip, person: string) => string;
}

/** Who has tipped this person, and in how many months; nobody else is told. */
export function SupporterList({ account, nameOf }: SupporterListProps) {
  const { t } = useTranslation();
  const tips = useQuery(allTipsQuery);
  if (tips.isPending) {
    return <Skeleton className="h-14" />;
  }
  if (tips.isError) {
    return <ProblemNotice error={tips.error} />;
  }
  const supporters = supportersOf(tips.data, account);
  return supporters.length === 0 ? (
    <EmptyState
      art={<HeartHandshake aria-hidden className="size-12" strokeWidth={1.5} />}
      title={t('tip.supporters.none')}
    >
      {t('tip.supporters.noneDetail')}
    </EmptyState>
  ) : (
    <ul aria-label={t('tip.history.supporters')}>
      {supporters.map(({ person, months, tips: count, last, given }) => (
        <li key={person} className="flex gap-x-4 px-3 py-2.5">
          <span className="min-w-0 flex-1">
            <span className="block text-base font-semibold wrap-anywhere">
              {nameOf(last, person)}
            </span>
            <span className="text-sm text-muted">
              {t('tip.supporters.months', { count: months })} ·{' '}
              {t('tip.supporters.tips', { count })}
            </span>
          </span>
          <span className="max-w-1/2 text-end font-semibold">
            {given.map(({ chain, symbol, decimals, units }) => (
              <span key={`${chain} ${symbol} ${decimals}`} className="block wrap-anywhere">
                {formatAmount(units, decimals)} {symbol}
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
