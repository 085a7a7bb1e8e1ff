import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Coins } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Tip } from '@/lib/api/types';
import { exactTime, listTime } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';
import { saveFile } from '@/lib/save-file';
import { useReplicaState } from '@/lib/sync/replica-context';
import { formatAmount } from '@/lib/tip/amount';
import { statementOf, toCsv } from '@/lib/tip/statement';
import { cx } from '@/components/cx';
import { FoundList } from '@/components/found-list';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { EmptyState } from '@/components/ui/empty-state';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { listAllTips, tipsQuery } from '../api/list-tips';
import { useChains } from '../hooks/use-chains';
import { SupporterList } from './supporter-list';
import { isUnpaid, TipState } from './tip-state';

const WAYS = ['all', 'given', 'received', 'supporters'] as const;
type Way = (typeof WAYS)[number];

/** The tips that the person gave and received, which he can take along as a file. */
export function TipHistory() {
  const { t } = useTranslation();
  const account = useReplicaState((state) => state.account);
  const nameOf = useTipNames();
  const chains = useChains();
  const [way, setWay] = useState<Way>('all');
  const found = useInfiniteQuery({
    ...tipsQuery(),
    select: ({ pages, pageParams }) => ({
      pageParams,
      pages: pages.map(({ items }) => ({
        items: items.filter(
          (tip) => way === 'all' || (tip.payer === account) === (way === 'given'),
        ),
      })),
    }),
  });
  const exporting = useMutation({
    mutationFn: async (form: 'csv' | 'json') => {
      const lines = statementOf(await listAllTips(), account, chains, nameOf);
      const isCsv = form === 'csv';
      const text = isCsv ? toCsv(lines) : JSON.stringify(lines, null, 2);
      const type = isCsv ? 'text/csv;charset=utf-8' : 'application/json';
      saveFile(`parley-tips.${form}`, new Blob([text], { type }));
    },
  });
  return (
    <>
      <Choice
        label={t('tip.history.which')}
        value={way}
        onChange={setWay}
        options={WAYS.map((value) => ({ value, label: t(`tip.history.${value}`) }))}
      />
      <section aria-live="polite" className="mt-5">
        {way === 'supporters' ? (
          <SupporterList account={account} nameOf={nameOf} />
        ) : (
          <FoundList
            found={found}
            label={t('tip.history.title')}
            row={(tip) => (
              <TipRow
                key={tip.id}
                tip={tip}
                isOwn={tip.payer === account}
                name={nameOf(tip, tip.payer === account ? tip.recipient : tip.payer)}
              />
            )}
            empty={
              <EmptyState
                art={<Coins aria-hidden className="size-12" strokeWidth={1.5} />}
                title={t('tip.history.none')}
              >
                {t('tip.history.noneDetail')}
              </EmptyState>
            }
            problem={(error) => <ProblemNotice error={error} />}
          />
        )}
      </section>
      <div className="mt-6 flex flex-wrap items-center gap-3 border-t border-line pt-4">
        <p className="min-w-0 flex-1 basis-52 text-sm text-muted">{t('tip.history.export')}</p>
        <div className="flex flex-wrap gap-2">
          {(['csv', 'json'] as const).map((form) => (
            <Button
              key={form}
              look="secondary"
              isBusy={exporting.isPending && exporting.variables === form}
              onClick={() => exporting.mutate(form)}
            >
              {t(`tip.history.${form}`)}
            </Button>
          ))}
        </div>
      </div>
      {exporting.isError && <ProblemNotice error={exporting.error} />}
    </>
  );
}

interface TipRowProps {
  tip: Tip;
  isOwn: boolean;
  /** Of the other one. */
  name: string;
}

function TipRow({ tip, isOwn, name }: TipRowProps) {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const at = new Date(tip.createdAt);
  return (
    <li>
      <Link
        to={`/chats/${tip.conversation}`}
        className="flex gap-x-4 rounded-xl px-3 py-2.5 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block text-base font-semibold wrap-anywhere">
            {isOwn ? t('tip.history.to', { name }) : t('tip.history.from', { name })}
          </span>
          <TipState progress={tip} />
        </span>
        <span className="max-w-1/2 text-end">
          <span
            className={cx(
              'block text-base font-semibold wrap-anywhere',
              isUnpaid(tip.state) && 'text-muted line-through',
            )}
          >
            {`${isOwn ? '−' : '+'}${formatAmount(BigInt(tip.amount), tip.decimals)} ${tip.symbol}`}
          </span>
          <time
            dateTime={tip.createdAt}
            title={exactTime(at, i18n.language)}
            className="text-xs text-muted"
          >
            {listTime(at, now, i18n.language)}
          </time>
        </span>
      </Link>
    </li>
  );
}

/** How the people of tips are called, by the conversation in which they were given. */
function useTipNames(): (tip: Tip, person: string) => string {
  const { t } = useTranslation();
  const conversations = useReplicaState((state) => state.conversations);
  return (tip, person) => {
    const { members = [], former = [] } = conversations.get(tip.conversation) ?? {};
    const known = [...members, ...former].find(({ id }) => id === person);
    return known?.username ?? t('chats.unknown');
  };
}
