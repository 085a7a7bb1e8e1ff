import { useTranslation } from 'react-i18next';
import { problemSlug } from '@/lib/api/problem';
import { clockTime, exactTime } from '@/lib/format/time';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { cx } from '@/components/cx';
import type { MessageContent } from '../message-content';
import { isFewEmoji } from '../rich-text';
import type { MessageItem } from '../timeline-items';
import { DeliveryMark } from './delivery-mark';
import { MessageText } from './message-text';

interface MessageBubbleProps {
  message: MessageItem;
  senderName: string;
  onRetry: (item: OutboxItem) => void;
  onDiscard: (cid: string) => void;
}

export function MessageBubble({ message, senderName, onRetry, onDiscard }: MessageBubbleProps) {
  const { t } = useTranslation();
  const { isOwn, isFirst, isLast, content } = message;
  const isLarge = content.type === 'text' && isFewEmoji(content.text);
  return (
    <article
      aria-label={isOwn ? t('messages.you') : senderName}
      className={cx(
        'flex flex-col px-3 md:px-6',
        isFirst ? 'pt-2.5' : 'pt-0.5',
        isOwn ? 'items-end' : 'items-start',
      )}
    >
      <div
        className={cx(
          'max-w-[min(85%,38rem)] rounded-2xl',
          isLarge ? 'px-1' : 'px-3.5 py-2',
          !isLarge && (isOwn ? 'bg-own text-own-ink' : 'bg-other shadow-bubble'),
          isOwn && !isFirst && 'rounded-se-md',
          isOwn && !isLast && 'rounded-ee-md',
          !isOwn && !isFirst && 'rounded-ss-md',
          !isOwn && !isLast && 'rounded-es-md',
        )}
      >
        <p dir="auto" className={cx('wrap-anywhere whitespace-pre-wrap', isLarge && 'text-emoji')}>
          <span data-text>
            <Content content={content} />
          </span>
          <Meta message={message} isOnCanvas={isLarge} />
        </p>
      </div>
      {message.delivery === 'failed' && message.outbox !== undefined && (
        <Failure item={message.outbox} onRetry={onRetry} onDiscard={onDiscard} />
      )}
    </article>
  );
}

function Content({ content }: { content: MessageContent }) {
  const { t } = useTranslation();
  switch (content.type) {
    case 'text':
      return <MessageText text={content.text} />;
    case 'erased':
      return <em className="opacity-80">{t('messages.erased')}</em>;
    case 'unsupported':
      return <em className="opacity-80">{t('messages.unsupported')}</em>;
  }
}

/** Time and ticks stand at the end of the last line, or below it when there is no room. */
function Meta({ message, isOnCanvas }: { message: MessageItem; isOnCanvas: boolean }) {
  const { i18n } = useTranslation();
  const { delivery, isOwn, at } = message;
  return (
    <span
      dir="auto"
      className={cx(
        'float-end ms-3 mt-1.5 inline-flex items-center gap-1 text-2xs select-none',
        isOwn && !isOnCanvas ? 'text-own-meta' : 'text-faint',
      )}
    >
      <time dateTime={at.toISOString()} title={exactTime(at, i18n.language)}>
        {clockTime(at, i18n.language)}
      </time>
      {delivery !== undefined && (
        <DeliveryMark
          state={delivery}
          className={cx(
            delivery === 'read' && (isOnCanvas ? 'text-accent-text' : 'text-tick-read'),
          )}
        />
      )}
    </span>
  );
}

interface FailureProps {
  item: OutboxItem;
  onRetry: (item: OutboxItem) => void;
  onDiscard: (cid: string) => void;
}

function Failure({ item, onRetry, onDiscard }: FailureProps) {
  const { t } = useTranslation();
  const slug = item.problem === undefined ? '' : problemSlug(item.problem);
  const reason =
    slug === 'content-too-large'
      ? t('messages.failedTooLarge')
      : slug === 'forbidden' || slug === 'not-found'
        ? t('messages.failedForbidden')
        : t('messages.failed');
  return (
    <div role="alert" className="flex flex-wrap items-center justify-end gap-x-1 text-sm">
      <span className="w-full text-end text-danger sm:w-auto">{reason}</span>
      <button
        type="button"
        onClick={() => onRetry(item)}
        className="min-h-11 rounded-lg px-2 font-semibold text-accent-text hover:underline"
      >
        {t('messages.resend')}
      </button>
      <button
        type="button"
        onClick={() => onDiscard(item.cid)}
        className="min-h-11 rounded-lg px-2 font-semibold text-muted hover:underline"
      >
        {t('messages.discard')}
      </button>
    </div>
  );
}
