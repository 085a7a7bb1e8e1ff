import { cx } from '@/components/cx';
import type { Interest } from '@/lib/api/types';

interface InterestChipsProps {
  label: string;
  interests: readonly Interest[];
  /** Ids of those that both have. */
  shared?: readonly number[];
}

/** Interests to read; what both have in common stands out, also without its colour. */
export function InterestChips({ label, interests, shared }: InterestChipsProps) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {interests.map((interest) => {
        const isShared = shared?.includes(interest.id) ?? false;
        return (
          <li
            key={interest.id}
            className={cx(
              'rounded-full px-2.5 py-0.5 text-sm wrap-anywhere',
              isShared ? 'bg-accent-soft font-semibold text-accent-text' : 'bg-hover text-ink',
            )}
          >
            {interest.name}
          </li>
        );
      })}
    </ul>
  );
}
