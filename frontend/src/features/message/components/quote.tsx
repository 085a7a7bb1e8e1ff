import { useTranslation } from 'react-i18next';
import { cx } from '@/components/cx';
import { useMessageActions } from '../message-actions';
import { snippetOf, unsaidKey } from '../message-facts';

interface QuoteProps {
  seq: number;
  isOnOwn: boolean;
}

/** What a message answers; leads to it, also when it is far up and not here yet. */
export function Quote({ seq, isOnOwn }: QuoteProps) {
  const { t } = useTranslation();
  const { messageAt, nameOf, jumpTo } = useMessageActions();
  const message = messageAt(seq);
  const name = message === undefined ? t('messages.earlier') : nameOf(message.by);
  const text =
    message === undefined
      ? t('messages.showEarlier')
      : (snippetOf(message, t) ?? t(unsaidKey(message.content)));
  return (
    <button
      type="button"
      data-quote={seq}
      onClick={() => jumpTo(seq)}
      className={cx(
        'mb-1.5 block w-full min-w-32 rounded-lg border-s-3 px-2.5 py-1 text-start text-sm',
        isOnOwn
          ? 'border-own-meta bg-own-shade text-own-meta'
          : 'border-accent bg-hover text-muted',
      )}
    >
      <span className="sr-only">{t('messages.answers')} </span>
      <span
        dir="auto"
        className={cx('block truncate font-semibold', !isOnOwn && 'text-accent-text')}
      >
        {name}
      </span>
      <span dir="auto" className="line-clamp-2 wrap-anywhere">
        {text}
      </span>
    </button>
  );
}
