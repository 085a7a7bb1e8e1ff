import { Search } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from '../cx';

interface SearchFieldProps extends Omit<ComponentProps<'input'>, 'type' | 'aria-label'> {
  label: string;
}

export function SearchField({ label, className, ...rest }: SearchFieldProps) {
  return (
    <div className={cx('relative', className)}>
      <Search
        aria-hidden
        className="pointer-events-none absolute start-3.5 top-1/2 size-4.5 -translate-y-1/2 text-faint"
      />
      <input
        {...rest}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        className="min-h-11 w-full rounded-xl border border-transparent bg-hover ps-10.5 pe-3 text-base text-ink placeholder:text-faint [&::-webkit-search-cancel-button]:grayscale"
      />
    </div>
  );
}
