import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InterestCatalogue } from '@/lib/api/types';
import { ApiProblem } from '@/lib/api/problem';
import { cx } from '@/components/cx';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SelectField } from '@/components/ui/select-field';
import { TextField } from '@/components/ui/text-field';
import { ProblemNotice } from '../../identity/components/problem-notice';
import { useAddInterest } from '../hooks/use-interests';

/** As many interests as a person may have. */
export const MOST_INTERESTS = 30;

interface InterestPickerProps {
  catalogue: InterestCatalogue;
  chosen: ReadonlySet<number>;
  onChange: (chosen: ReadonlySet<number>) => void;
}

/** Check boxes by category, and a way to add what is not there. */
export function InterestPicker({ catalogue, chosen, onChange }: InterestPickerProps) {
  const { t } = useTranslation();
  const isFull = chosen.size >= MOST_INTERESTS;
  const toggle = (id: number) => {
    const next = new Set(chosen);
    if (!next.delete(id)) {
      next.add(id);
    }
    onChange(next);
  };
  return (
    <div className="space-y-5">
      {catalogue.categories.map((category) => (
        <fieldset key={category.id}>
          <legend className="mb-2 text-sm font-semibold">{category.name}</legend>
          <div className="flex flex-wrap gap-2">
            {category.interests.map((interest) => {
              const isChosen = chosen.has(interest.id);
              return (
                <label
                  key={interest.id}
                  className={cx(
                    'inline-flex min-h-11 items-center gap-2 rounded-xl border px-3 text-base wrap-anywhere',
                    'transition-colors duration-150 has-focus-visible:outline-2 has-focus-visible:outline-accent-text',
                    isChosen
                      ? 'border-accent-text bg-accent-soft font-semibold text-accent-text'
                      : 'border-line-strong bg-surface text-ink hover:bg-hover',
                  )}
                >
                  <input
                    type="checkbox"
                    className="size-4 shrink-0 accent-accent"
                    checked={isChosen}
                    disabled={isFull && !isChosen}
                    onChange={() => toggle(interest.id)}
                  />
                  {interest.name}
                  {interest.pending === true && (
                    <span className="text-sm font-normal text-muted">{t('interests.pending')}</span>
                  )}
                </label>
              );
            })}
          </div>
        </fieldset>
      ))}
      <p role="status" className="text-sm text-muted">
        {isFull
          ? t('interests.full', { count: MOST_INTERESTS })
          : t('interests.chosen', { count: chosen.size })}
      </p>
      <AddInterest
        catalogue={catalogue}
        isFull={isFull}
        onAdded={(id) => onChange(new Set(chosen).add(id))}
      />
    </div>
  );
}

interface AddInterestProps {
  catalogue: InterestCatalogue;
  isFull: boolean;
  onAdded: (id: number) => void;
}

function AddInterest({ catalogue, isFull, onAdded }: AddInterestProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const [category, setCategory] = useState(catalogue.categories[0]?.id ?? '');
  const adding = useAddInterest();
  const add = () => {
    if (name.trim() !== '' && !isFull && !adding.isPending) {
      adding.mutate(
        { name: name.trim(), category },
        {
          onSuccess: ({ id }) => {
            setName('');
            onAdded(id);
          },
        },
      );
    }
  };
  return (
    <details>
      <summary className="inline-flex min-h-11 items-center gap-2 rounded-xl px-2 font-semibold text-accent-text hover:bg-hover">
        <Plus aria-hidden className="size-4.5" />
        {t('interests.missing')}
      </summary>
      <div className="mt-2 space-y-3">
        <TextField
          label={t('interests.addName')}
          hint={t('interests.addHint')}
          value={name}
          maxLength={40}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              // It stands in a form of its own purpose.
              event.preventDefault();
              add();
            }
          }}
        />
        <SelectField
          label={t('interests.addCategory')}
          value={category}
          onChange={(event) => setCategory(event.target.value)}
        >
          {catalogue.categories.map(({ id, name: title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        {adding.isError && <AddProblem error={adding.error} />}
        <Button look="secondary" isBusy={adding.isPending} disabled={isFull} onClick={add}>
          {t('interests.add')}
        </Button>
      </div>
    </details>
  );
}

function AddProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const status = error instanceof ApiProblem ? error.status : 0;
  if (status === 400) {
    return <Notice tone="danger" title={t('interests.badName')} />;
  }
  if (status === 409) {
    return <Notice tone="caution" title={t('interests.tooManyPending')} />;
  }
  return <ProblemNotice error={error} />;
}
