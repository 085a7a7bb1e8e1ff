import { cx } from '../cx';

/** The place of something that is on its way. */
export function Skeleton({ className }: { className: string }) {
  return <div aria-hidden className={cx('animate-pulse rounded-lg bg-hover', className)} />;
}
