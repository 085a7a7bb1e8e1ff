import { cx } from '@/components/cx';

const RADIUS = 18;
const AROUND = 2 * Math.PI * RADIUS;

interface ProgressRingProps {
  /** From 0 to 1. */
  done: number;
  label: string;
  className?: string;
}

/** How far something has come, around a button. */
export function ProgressRing({ done, label, className }: ProgressRingProps) {
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(done * 100)}
      viewBox="0 0 44 44"
      className={cx('pointer-events-none absolute inset-0 size-11 -rotate-90', className)}
    >
      <circle
        cx="22"
        cy="22"
        r={RADIUS}
        fill="none"
        strokeWidth="3"
        stroke="currentColor"
        opacity="0.25"
      />
      <circle
        cx="22"
        cy="22"
        r={RADIUS}
        fill="none"
        strokeWidth="3"
        stroke="currentColor"
        strokeLinecap="round"
        strokeDasharray={AROUND}
        strokeDashoffset={AROUND * (1 - done)}
      />
    </svg>
  );
}
