import { Check, CheckCheck, CircleAlert, Clock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';
import type { DeliveryState } from '../timeline-items';

const icons = {
  queued: Clock,
  stored: Check,
  delivered: CheckCheck,
  read: CheckCheck,
  failed: CircleAlert,
};

interface DeliveryMarkProps {
  state: DeliveryState;
  className?: string;
}

/** How far a message has come: a clock, one tick, two, coloured; and in words for everybody else. */
export function DeliveryMark({ state, className }: DeliveryMarkProps) {
  const { t } = useTranslation();
  const Icon = icons[state];
  const words = t(`messages.state.${state}`);
  return (
    <span title={words} data-delivery={state} className={cx('inline-flex', className)}>
      <Icon aria-hidden className="size-4" strokeWidth={2.25} />
      <span className="sr-only">{words}</span>
    </span>
  );
}
