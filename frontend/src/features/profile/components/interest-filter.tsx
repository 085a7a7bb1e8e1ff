import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Interest } from '@/lib/api/types';
import { SelectField } from '@/components/ui/select-field';
import { useInterestCatalogue } from '../hooks/use-interests';

/** As many as a search names, and a group has. */
const MOST_INTERESTS = 10;

interface InterestFilterProps {
  label: string;
  /** What it is called when nothing is chosen. */
  anything: string;
  wanted: readonly Interest[];
  onChange: (wanted: readonly Interest[]) => void;
}

/** A few interests, chosen one after the other. */
export function InterestFilter({ label, anything, wanted, onChange }: InterestFilterProps) {
  const { t } = useTranslation();
  const catalogue = useInterestCatalogue();
  const categories = catalogue.data?.categories ?? [];
  const add = (id: number) => {
    const found = categories
      .flatMap(({ interests }) => interests)
      .find((interest) => interest.id === id);
    if (found !== undefined) {
      onChange([...wanted, found]);
    }
  };
  return (
    <div className="space-y-2">
      <SelectField
        label={label}
        value=""
        disabled={wanted.length >= MOST_INTERESTS}
        onChange={(event) => add(Number(event.target.value))}
      >
        <option value="">{anything}</option>
        {categories.map((category) => (
          <optgroup key={category.id} label={category.name}>
            {category.interests
              .filter(({ id, pending }) => pending !== true && !wanted.some((w) => w.id === id))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </optgroup>
        ))}
      </SelectField>
      {wanted.length > 0 && (
        <ul aria-label={t('people.wanted')} className="flex flex-wrap gap-2">
          {wanted.map((interest) => (
            <li key={interest.id}>
              <button
                type="button"
                aria-label={t('people.removeInterest', { name: interest.name })}
                className="inline-flex min-h-11 items-center gap-1.5 rounded-xl bg-accent-soft px-3 text-base font-semibold text-accent-text"
                onClick={() => onChange(wanted.filter(({ id }) => id !== interest.id))}
              >
                {interest.name}
                <X aria-hidden className="size-4" />
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
