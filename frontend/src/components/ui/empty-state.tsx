import type { ReactNode } from 'react';

interface EmptyStateProps {
  art: ReactNode;
  title: string;
  /** What to do now. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ art, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-6 py-10 text-center">
      <div className="mb-5 text-accent-text">{art}</div>
      <h2 className="text-lg font-semibold text-balance">{title}</h2>
      {children !== undefined && (
        <p className="mt-1.5 text-base text-pretty text-muted">{children}</p>
      )}
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  );
}
