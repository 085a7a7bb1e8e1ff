import { useId, type ReactNode } from 'react';
import { cx } from '../cx';

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; icon?: ReactNode }[];
  onChange: (value: T) => void;
}

/** One of a few, all in view. */
export function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    // What only screen readers see is placed in here: elsewhere it would make the page scroll.
    <fieldset className="relative">
      <legend className="sr-only">{label}</legend>
      <div className="flex flex-wrap gap-1 rounded-xl bg-hover p-1">
        {options.map((option) => (
          <label
            key={option.value}
            className={cx(
              'flex min-h-10 flex-1 items-center justify-center gap-2 rounded-lg px-3 text-sm',
              'font-semibold transition-colors duration-150',
              'has-focus-visible:outline-2 has-focus-visible:outline-accent-text',
              option.value === value ? 'bg-selected text-ink shadow-bubble' : 'text-muted',
            )}
          >
            <input
              type="radio"
              className="sr-only"
              name={name}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            {option.icon}
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
