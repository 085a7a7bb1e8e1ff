import type { ComponentProps } from 'react';
import { cx } from '../cx';
import { Spinner } from './spinner';

type Look = 'primary' | 'secondary' | 'quiet' | 'danger';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border border-line-strong/60 bg-surface text-ink hover:bg-hover',
  quiet: 'text-accent-text hover:bg-hover',
  danger: 'bg-danger text-on-danger hover:opacity-90',
};

interface ButtonProps extends ComponentProps<'button'> {
  look?: Look;
  isWide?: boolean;
  /** Shows that work goes on; the button keeps its size and its name, and does nothing. */
  isBusy?: boolean;
}

export function Button({
  look = 'primary',
  isWide = false,
  isBusy = false,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={isBusy || undefined}
      aria-disabled={isBusy || undefined}
      onClick={isBusy ? (event) => event.preventDefault() : onClick}
      className={cx(
        'relative inline-flex min-h-11 items-center justify-center gap-2 rounded-xl px-4 py-2',
        'text-base font-semibold transition-colors duration-150',
        'disabled:cursor-not-allowed disabled:opacity-50',
        looks[look],
        isWide && 'w-full',
        className,
      )}
    >
      <span className={cx('inline-flex items-center gap-2', isBusy && 'opacity-0')}>
        {children}
      </span>
      {isBusy && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}
