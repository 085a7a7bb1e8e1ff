import { useId, type ComponentProps } from 'react';

interface SelectFieldProps extends Omit<
  ComponentProps<'select'>,
  'id' | 'aria-describedby' | 'className'
> {
  label: string;
  hint?: string;
}

/** A labelled choice among many, and what it means. */
export function SelectField({ label, hint, children, ...rest }: SelectFieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold">
        {label}
      </label>
      <select
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        className="min-h-12 w-full rounded-xl border border-line-strong bg-surface px-3 text-base text-ink"
      >
        {children}
      </select>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
