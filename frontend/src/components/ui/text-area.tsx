import { useId, type ComponentProps } from 'react';

interface TextAreaProps extends Omit<ComponentProps<'textarea'>, 'id' | 'aria-describedby'> {
  label: string;
  hint?: string;
}

/** A labelled field for a few lines, with its hint. */
export function TextArea({ label, hint, className, ...rest }: TextAreaProps) {
  const id = useId();
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold text-ink">
        {label}
      </label>
      <textarea
        rows={3}
        dir="auto"
        {...rest}
        id={id}
        aria-describedby={hint === undefined ? undefined : `${id}-note`}
        className="block w-full resize-none rounded-xl border border-line-strong bg-surface px-3.5 py-2.5 text-base text-ink placeholder:text-faint"
      />
      {hint !== undefined && (
        <p id={`${id}-note`} className="mt-1.5 text-sm text-muted">
          {hint}
        </p>
      )}
    </div>
  );
}
