import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterestCatalogue, OwnInterests } from '@/lib/api/types';
import { cx } from '@/components/cx';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useChooseInterests, useInterestCatalogue, useOwnInterests } from '../hooks/use-interests';
import { InterestPicker } from './interest-picker';

interface InterestFormProps {
  /** Of a dialog: the way out, beside the button that saves. */
  other?: ReactNode;
  onSaved: () => void;
}

/** Chooses one's interests, and saves them together. */
export function InterestForm({ other, onSaved }: InterestFormProps) {
  const { t } = useTranslation();
  const catalogue = useInterestCatalogue();
  const own = useOwnInterests();
  const failed = catalogue.error ?? own.error;
  if (catalogue.data !== undefined && own.data !== undefined) {
    return <Form catalogue={catalogue.data} own={own.data} other={other} onSaved={onSaved} />;
  }
  if (failed !== null) {
    return (
      <div className="space-y-3">
        <ProblemNotice error={failed} />
        <Button
          look="secondary"
          onClick={() => void Promise.all([catalogue.refetch(), own.refetch()])}
        >
          {t('app.retry')}
        </Button>
        {other}
      </div>
    );
  }
  return (
    <div role="status" aria-label={t('app.loading')} className="space-y-3">
      <Skeleton className="h-11" />
      <Skeleton className="h-11" />
      <Skeleton className="h-11" />
    </div>
  );
}

interface FormProps extends InterestFormProps {
  catalogue: InterestCatalogue;
  own: OwnInterests;
}

function Form({ catalogue, own, other, onSaved }: FormProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(
    () => new Set(own.interests.map(({ id }) => id)),
  );
  const choosing = useChooseInterests();
  return (
    <form
      className="space-y-5"
      onSubmit={(event) => {
        event.preventDefault();
        choosing.mutate([...chosen], { onSuccess: onSaved });
      }}
    >
      <InterestPicker catalogue={catalogue} chosen={chosen} onChange={setChosen} />
      {choosing.isError && <ProblemNotice error={choosing.error} />}
      <div
        className={cx(
          'flex flex-wrap justify-end gap-3',
          // In a dialog, which is higher than a phone, the way out stays in view.
          other !== undefined && 'sticky bottom-0 -mx-6 border-t border-line bg-raised px-6 py-3',
        )}
      >
        {other}
        <Button type="submit" isBusy={choosing.isPending}>
          {t('interests.save')}
        </Button>
      </div>
    </form>
  );
}
