import { useTranslation } from 'react-i18next';
import { dayTitle } from '@/lib/format/time';
import { useNow } from '@/lib/format/use-now';

export function DaySeparator({ date }: { date: Date }) {
  return (
    <div className="flex justify-center pt-5 pb-1.5">
      <DayChip date={date} />
    </div>
  );
}

export function DayChip({ date }: { date: Date }) {
  const { i18n } = useTranslation();
  const now = useNow();
  return (
    <span className="rounded-full border border-line bg-panel px-3 py-0.5 text-xs font-semibold text-muted">
      {dayTitle(date, now, i18n.language)}
    </span>
  );
}

export function UnreadDivider() {
  const { t } = useTranslation();
  return (
    <div role="separator" className="flex items-center gap-3 px-6 pt-4 pb-1 text-accent-text">
      <span className="h-px flex-1 bg-current opacity-40" />
      <span className="text-xs font-semibold">{t('messages.unread')}</span>
      <span className="h-px flex-1 bg-current opacity-40" />
    </div>
  );
}

export function Beginning() {
  const { t } = useTranslation();
  return <p className="px-6 pt-2 pb-1 text-center text-sm text-muted">{t('messages.created')}</p>;
}

/** What happened to the group, in one sentence between the messages. */
export function EventLine({ text }: { text: string }) {
  return (
    <p
      data-event
      dir="auto"
      className="mx-auto max-w-[38rem] px-6 py-1.5 text-center text-sm text-balance wrap-anywhere text-muted"
    >
      {text}
    </p>
  );
}
