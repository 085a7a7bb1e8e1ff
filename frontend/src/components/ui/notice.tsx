import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../cx';

type Tone = 'info' | 'caution' | 'danger';

const tones: Record<Tone, string> = {
  info: 'bg-accent-soft text-accent-text',
  caution: 'bg-caution-soft text-caution',
  danger: 'bg-danger-soft text-danger',
};

const icons = { info: Info, caution: TriangleAlert, danger: CircleAlert };

interface NoticeProps {
  tone: Tone;
  /** What happened. */
  title: string;
  /** What it means and what to do. */
  children?: ReactNode;
  action?: ReactNode;
}

/** Something a person should know, where it matters. Failures are announced at once. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  const Icon = icons[tone];
  return (
    <div
      role={tone === 'danger' ? 'alert' : 'status'}
      className={cx('flex gap-3 rounded-xl p-3.5 text-sm', tones[tone])}
    >
      <Icon aria-hidden className="mt-px size-4.5 shrink-0" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {children !== undefined && <div className="mt-0.5 text-ink">{children}</div>}
        {action !== undefined && <div className="mt-2">{action}</div>}
      </div>
    </div>
  );
}
