import { Wallet } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { endCalls, keptCallsStore } from '@/lib/wallet/kept-calls';
import { Button } from '@/components/ui/button';

/** That a tip waits for the wallet that has it; `otherwise` when it does not. */
export function CallsState({ tip, otherwise }: { tip: string; otherwise: ReactNode }) {
  const { t } = useTranslation();
  const isKept = useStore(keptCallsStore, ({ kept }) => kept.some((calls) => calls.tip === tip));
  const end = useStore(keptCallsStore, ({ ends }) => ends.get(tip));
  if (!isKept) {
    return otherwise;
  }
  return (
    <div data-calls={end?.as ?? 'waiting'}>
      <span className="flex items-start gap-2 text-sm text-caution">
        <Wallet aria-hidden className="mt-px size-4.5 shrink-0" />
        <span className="min-w-0 flex-1">
          {end === undefined
            ? t('tip.calls.waiting')
            : end.as === 'unclear'
              ? `${t(`tip.calls.doubt.${end.doubt}`)} ${t('tip.calls.look')}`
              : t('tip.calls.unclaimed')}
        </span>
      </span>
      {end !== undefined && (
        <Button look="secondary" onClick={() => endCalls(tip, undefined)}>
          {t('tip.calls.again')}
        </Button>
      )}
    </div>
  );
}
