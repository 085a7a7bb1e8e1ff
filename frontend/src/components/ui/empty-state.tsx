import type { ReactNode } from 'react';

interface EmptyStateProps {
  art: ReactNode;
  title: string;
  /** It is all there is on the page. */
  isPage?: boolean;
  /** What to do now. */
  children?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ art, title, isPage = false, children, action }: EmptyStateProps) {
  const Heading = isPage ? 'h1' : 'h2';
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-6 py-10 text-center">
      <div className="mb-5 text-accent-text">{art}</div>
      <Heading className="text-lg font-semibold text-balance">{title}</Heading>
      {children !== undefined && (
        <p className="mt-1.5 text-base text-pretty text-muted">{children}</p>
      )}
      {action !== undefined && <div className="mt-5">{action}</div>}
    </div>
  );
}
