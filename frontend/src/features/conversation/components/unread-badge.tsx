import { useTranslation } from 'react-i18next';
import { UNREAD_CAP } from '@/lib/sync/replica-state';
import { cx } from '@/components/cx';

interface UnreadBadgeProps {
  count: number;
  /** What is counted, read aloud; unread messages unless it says something else. */
  label?: string;
  className?: string;
}

export function UnreadBadge({ count, label, className }: UnreadBadgeProps) {
  const { t } = useTranslation();
  if (count === 0) {
    return null;
  }
  return (
    <span
      className={cx(
        'inline-grid min-w-5.5 shrink-0 place-items-center rounded-full bg-accent px-1.5 text-xs/5.5 font-semibold text-on-accent tabular-nums',
        className,
      )}
    >
      <span aria-hidden>{count >= UNREAD_CAP ? `${UNREAD_CAP - 1}+` : count}</span>
      <span className="sr-only">{label ?? t('nav.unread', { count })}</span>
    </span>
  );
}
