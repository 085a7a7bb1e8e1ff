import { Check, Timer, TimerOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { lifetime } from '@/lib/format/time';
import { LIFETIMES } from './lifetimes';
import { Menu } from './menu';

interface LifetimeMenuProps {
  value: number | undefined;
  at: { x: number; y: number };
  onChoose: (seconds: number | undefined) => void;
  onClose: () => void;
}

/** How long new messages live. */
export function LifetimeMenu({ value, at, onChoose, onClose }: LifetimeMenuProps) {
  const { t, i18n } = useTranslation();
  const items = [undefined, ...LIFETIMES].map((seconds) => {
    const Icon = seconds === value ? Check : seconds === undefined ? TimerOff : Timer;
    return {
      id: String(seconds),
      label: seconds === undefined ? t('lifetime.off') : lifetime(seconds, i18n.language, 'long'),
      icon: <Icon aria-hidden className="size-5 shrink-0" />,
      onSelect: () => onChoose(seconds),
    };
  });
  return (
    <Menu label={t('lifetime.title')} items={items} at={at} onClose={onClose}>
      <p className="px-3 pt-1.5 pb-1 text-sm text-muted">{t('lifetime.lead')}</p>
    </Menu>
  );
}
