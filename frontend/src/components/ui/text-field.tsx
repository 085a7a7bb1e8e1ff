import { useId, type ComponentProps, type ReactNode } from 'react';
import { cx } from '../cx';

interface TextFieldProps extends Omit<ComponentProps<'input'>, 'id' | 'aria-describedby'> {
  label: string;
  hint?: string;
  error?: string;
  /** Stands inside the field, at its end. */
  trailing?: ReactNode;
}

/** A labelled field with its hint, and in its place the error once there is one. */
export function TextField({ label, hint, error, trailing, className, ...rest }: TextFieldProps) {
  const id = useId();
  const note = error ?? hint;
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 block text-sm font-semibold text-ink">
        {label}
      </label>
      <div className="relative">
        <input
          {...rest}
          id={id}
          aria-invalid={error !== undefined}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          className={cx(
            'min-h-12 w-full rounded-xl border bg-surface px-3.5 text-base text-ink',
            'placeholder:text-faint',
            error === undefined ? 'border-line-strong' : 'border-danger',
            trailing !== undefined && 'pe-13',
          )}
        />
        {trailing !== undefined && (
          <span className="absolute inset-y-0 end-0.5 grid place-items-center">{trailing}</span>
        )}
      </div>
      {note !== undefined && (
        <p
          id={`${id}-note`}
          role={error === undefined ? undefined : 'alert'}
          className={cx('mt-1.5 text-sm', error === undefined ? 'text-muted' : 'text-danger')}
        >
          {note}
        </p>
      )}
    </div>
  );
}
