import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** The way back from a page to the one it belongs to. */
export function BackLink({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Link
      to={to}
      className="-ms-2 mb-3 inline-flex min-h-11 items-center gap-2 rounded-xl px-2 font-semibold text-muted hover:bg-hover"
    >
      <ArrowLeft aria-hidden className="size-5.5 rtl:rotate-180" />
      {children}
    </Link>
  );
}
