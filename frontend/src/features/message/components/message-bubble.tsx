import { CornerUpLeft, EllipsisVertical, Forward, Pin, SmilePlus, Timer } from 'lucide-react';
import {
  useRef,
  useSyncExternalStore,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react';
import { useTranslation } from 'react-i18next';
import { problemSlug } from '@/lib/api/problem';
import { clockTime, exactTime, lifetime } from '@/lib/format/time';
import { readBody } from '@/lib/message/message-body';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { useReplica } from '@/lib/sync/replica-context';
import { cx } from '@/components/cx';
import { PersonAvatar } from '@/components/person-avatar';
import { OpenEarlier } from '../../backup/components/open-earlier';
import { FilesView } from '../../attachment/components/files-view';
import { useMessageActions } from '../message-actions';
import { useTipSlot } from '../tip-slot';
import { isWhole, unsaidKey } from '../message-facts';
import { isFewEmoji } from '../rich-text';
import type { MessageItem } from '../timeline-items';
import { DeliveryMark } from './delivery-mark';
import { MessageText } from './message-text';
import { Quote } from './quote';
import { ReactionRow } from './reaction-row';

interface MessageBubbleProps {
  item: MessageItem;
  /** The keyboard enters the list here. */
  isEntry: boolean;
  /** Somebody has just jumped to it. */
  isFlashing: boolean;
}

/** One message. Its menu opens by a right click, a long press, a button, or the menu key. */
export function MessageBubble({ item, isEntry, isFlashing }: MessageBubbleProps) {
  const { t } = useTranslation();
  const { isGroup, mayWrite, nameOf, openMenu, reply } = useMessageActions();
  const { message, isOwn, isFirst, isLast } = item;
  const isOthers = isGroup && !isOwn;
  const { content } = message;
  const isLarge =
    content.type === 'text' &&
    content.replyTo === undefined &&
    content.files === undefined &&
    isFewEmoji(content.text);
  const press = useLongPress((at) => openMenu(message, at));

  const keyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) {
      return;
    }
    if (event.key === 'Enter' || event.key === 'ContextMenu') {
      event.preventDefault();
      const { left, top } = event.currentTarget.getBoundingClientRect();
      openMenu(message, { x: left + 48, y: top + 24 });
    } else if (
      event.key === 'r' &&
      mayWrite &&
      isWhole(message) &&
      !event.ctrlKey &&
      !event.metaKey
    ) {
      event.preventDefault();
      reply(message);
    }
  };
  return (
    // A message takes the focus, so that its menu and its shortcuts can be reached without a mouse.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <article
      aria-label={isOwn ? t('messages.you') : nameOf(message.by)}
      data-seq={message.seq}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={isEntry ? 0 : -1}
      onKeyDown={keyDown}
      className={cx(
        'group/message @container relative flex flex-col px-3 -outline-offset-2 md:px-6',
        isFirst ? 'pt-2.5' : 'pt-0.5',
        isOwn ? 'items-end' : 'items-start',
        isFlashing && 'animate-flash',
      )}
    >
      {isOthers && isFirst && (
        <PersonAvatar
          id={message.by}
          name={nameOf(message.by)}
          className="absolute start-3 top-3 size-8 md:start-6"
        />
      )}
      <div
        className={cx(
          'relative',
          isOthers ? 'ms-10.5 max-w-[min(85%-2.625rem,38rem)]' : 'max-w-[min(85%,38rem)]',
          isOwn && 'flex flex-col items-end',
        )}
      >
        <div
          {...press}
          className={cx(
            'flow-root max-w-full rounded-2xl pointer-coarse:select-none',
            isLarge ? 'px-1 text-emoji' : 'px-3.5 py-2',
            !isLarge && (isOwn ? 'bg-own text-own-ink' : 'bg-other shadow-bubble'),
            isOwn && !isFirst && 'rounded-se-md',
            isOwn && !isLast && 'rounded-ee-md',
            !isOwn && !isFirst && 'rounded-ss-md',
            !isOwn && !isLast && 'rounded-es-md',
          )}
        >
          {isOthers && isFirst && (
            <p data-sender className="mb-0.5 truncate text-sm font-semibold text-accent-text">
              {nameOf(message.by)}
            </p>
          )}
          {content.type === 'text' && content.forwarded === true && (
            <p
              className={cx(
                'mb-0.5 flex items-center gap-1 text-xs italic',
                isOwn && !isLarge ? 'text-own-meta' : 'text-faint',
              )}
            >
              <Forward aria-hidden className="size-3.5 rtl:-scale-x-100" />
              {t('messages.forwarded')}
            </p>
          )}
          {content.type === 'text' && content.replyTo !== undefined && (
            <Quote seq={content.replyTo} isOnOwn={isOwn} />
          )}
          <Content item={item} meta={<Meta item={item} isOnCanvas={isLarge} />} />
        </div>
        <Toolbar item={item} />
        <ReactionRow message={message} />
      </div>
      {message.outbox?.state === 'queued' && <Waiting item={message.outbox} />}
      {[...(message.outbox?.state === 'failed' ? [message.outbox] : []), ...message.refused].map(
        (refused) => (
          <Failure key={refused.cid} item={refused} />
        ),
      )}
    </article>
  );
}

function Content({ item, meta }: { item: MessageItem; meta: ReactNode }) {
  const { t } = useTranslation();
  const { account, conversation, query, openFile } = useMessageActions();
  const { request } = useTipSlot();
  const { content, outbox } = item.message;
  if (content.type === 'text' && content.request !== undefined) {
    const { by, seq } = item.message;
    return (
      <>
        {request({ request: content.request, by, seq, answers: item.answers })}
        {meta}
      </>
    );
  }
  if (content.type === 'text') {
    return (
      <>
        {content.files !== undefined && (
          <div className={content.text === '' ? undefined : 'mb-1.5'}>
            <FilesView
              conversation={conversation}
              files={content.files}
              isOwn={item.isOwn}
              outbox={outbox}
              onOpen={openFile}
            />
          </div>
        )}
        {content.text === '' ? (
          meta
        ) : (
          <MessageText
            content={content}
            account={account}
            isOwn={item.isOwn}
            query={query}
            meta={meta}
          />
        )}
      </>
    );
  }
  return (
    <>
      <p dir="auto" className="wrap-anywhere">
        <span data-text>
          <em className="opacity-80">{t(unsaidKey(content))}</em>
        </span>
        {meta}
      </p>
      {content.type === 'locked' && content.why === 'before-joining' && <OpenEarlier />}
    </>
  );
}

/** Time and ticks stand at the end of the last line, or below it when there is no room. */
function Meta({ item, isOnCanvas }: { item: MessageItem; isOnCanvas: boolean }) {
  const { t, i18n } = useTranslation();
  const { delivery, isOwn, at, message } = item;
  return (
    <span
      dir="auto"
      className={cx(
        'float-end ms-3 mt-1.5 inline-flex items-center gap-1 text-2xs select-none',
        isOwn && !isOnCanvas ? 'text-own-meta' : 'text-faint',
      )}
    >
      {message.isPinned && (
        <Pin role="img" aria-label={t('messages.pinned')} className="size-3.5" />
      )}
      {message.expiresAt !== undefined && <Countdown until={message.expiresAt} />}
      {message.isEdited && <span data-edited>{t('messages.edited')}</span>}
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

/** How long a message still lives. */
function Countdown({ until }: { until: string }) {
  const { t, i18n } = useTranslation();
  const replica = useReplica();
  const left = useSyncExternalStore(everySecond, () =>
    Math.max(0, Math.ceil((Date.parse(until) - replica.serverTime()) / 1_000)),
  );
  const words = lifetime(left, i18n.language);
  return (
    <span
      data-expires
      className="inline-flex items-center gap-0.5"
      title={t('messages.disappears', { time: words })}
    >
      <Timer role="img" aria-label={t('messages.disappearing')} className="size-3.5" />
      <span aria-hidden className="tabular-nums">
        {words}
      </span>
    </span>
  );
}

function everySecond(changed: () => void): () => void {
  const timer = setInterval(changed, 1_000);
  return () => clearInterval(timer);
}

/** The common actions beside the message under the pointer; all others are behind the dots. */
function Toolbar({ item: { message, isOwn } }: { item: MessageItem }) {
  const { t } = useTranslation();
  const { mayWrite, openMenu, reply } = useMessageActions();
  const open = ({ currentTarget }: MouseEvent) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    openMenu(message, { x: left, y: bottom });
  };
  const look =
    'grid size-8 place-items-center rounded-lg text-muted hover:bg-hover hover:text-ink focus-visible:bg-hover';
  return (
    <div
      className={cx(
        'absolute top-0 hidden gap-0.5 opacity-0 transition-opacity duration-100 pointer-fine:flex',
        'group-focus-within/message:opacity-100 group-hover/message:opacity-100',
        isOwn ? 'end-full me-1' : 'start-full ms-1',
      )}
    >
      {mayWrite && isWhole(message) && (
        <>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('reactions.add')}
            title={t('reactions.add')}
            onClick={open}
            className={cx(look, 'not-@2xl:hidden')}
          >
            <SmilePlus aria-hidden className="size-4.5" />
          </button>
          <button
            type="button"
            tabIndex={-1}
            aria-label={t('messages.reply')}
            title={t('messages.reply')}
            onClick={() => reply(message)}
            className={cx(look, 'not-@2xl:hidden')}
          >
            <CornerUpLeft aria-hidden className="size-4.5 rtl:-scale-x-100" />
          </button>
        </>
      )}
      <button
        type="button"
        tabIndex={-1}
        aria-haspopup="dialog"
        aria-label={t('messages.actions')}
        title={t('messages.actions')}
        onClick={open}
        className={look}
      >
        <EllipsisVertical aria-hidden className="size-4.5" />
      </button>
    </div>
  );
}

const LONG_PRESS_MS = 450;
const SLIP_PX = 10;

/** A right click, or a finger that stays; not on a link or on selected text, which have their own. */
function useLongPress(open: (at: { x: number; y: number }) => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const from = useRef({ x: 0, y: 0 });
  const end = () => clearTimeout(timer.current);
  return {
    onContextMenu: (event: MouseEvent) => {
      end();
      const isElsewhere =
        (event.target as Element).closest('a') !== null ||
        document.getSelection()?.isCollapsed === false;
      if (!isElsewhere) {
        event.preventDefault();
        open({ x: event.clientX, y: event.clientY });
      }
    },
    onPointerDown: ({ pointerType, clientX: x, clientY: y }: PointerEvent) => {
      end();
      if (pointerType === 'touch') {
        from.current = { x, y };
        timer.current = setTimeout(() => open({ x, y }), LONG_PRESS_MS);
      }
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      if (Math.hypot(clientX - from.current.x, clientY - from.current.y) > SLIP_PX) {
        end();
      }
    },
    onPointerUp: end,
    onPointerCancel: end,
  };
}

/** Why something is not on its way yet, when that is not the network. */
function Waiting({ item: { problem } }: { item: OutboxItem }) {
  const { t } = useTranslation();
  return (
    problem !== undefined &&
    problemSlug(problem) === 'nobody-can-read' && (
      <p role="status" className="text-end text-sm text-muted">
        {t('messages.waitsForReaders')}
      </p>
    )
  );
}
/** Why the files of a message could not be sent. */
const FILES_FAILED: Readonly<Record<string, FilesFailed | undefined>> = {
  'files-gone': 'files.lost',
  'store-full': 'files.noRoom',
  'budget-exhausted': 'files.noRoom',
  'own-budget-exhausted': 'files.ownRoom',
  'too-many-requests': 'files.quota',
  'attachment-missing': 'files.notThere',
  'attachment-taken': 'files.notThere',
};
type FilesFailed =
  'files.lost' | 'files.noRoom' | 'files.ownRoom' | 'files.quota' | 'files.notThere';

/** Why something was refused, and what can be done. */
function Failure({ item }: { item: OutboxItem }) {
  const { t } = useTranslation();
  const { retry, discard } = useMessageActions();
  const slug = item.problem === undefined ? '' : problemSlug(item.problem);
  const ofFiles = item.attachments === undefined ? undefined : FILES_FAILED[slug];
  const what = item.purges === undefined ? readBody(item.body).type : 'delete';
  const reason =
    ofFiles !== undefined
      ? t(ofFiles)
      : slug === 'content-too-large' || slug === 'too-large'
        ? t('messages.failedTooLarge')
        : slug === 'account-deleted'
          ? t('messages.failedDeleted')
          : slug === 'forbidden' || slug === 'not-found' || slug === 'people-apart'
            ? t('messages.failedForbidden')
            : what === 'edit' || what === 'reaction' || what === 'pin' || what === 'delete'
              ? t(`messages.failedChange.${what}`)
              : t('messages.failed');
  return (
    <div role="alert" className="flex flex-wrap items-center justify-end gap-x-1 text-sm">
      <span className="w-full text-end text-danger sm:w-auto">{reason}</span>
      {slug !== 'files-gone' && (
        <button
          type="button"
          onClick={() => retry(item)}
          className="min-h-11 rounded-lg px-2 font-semibold text-accent-text hover:underline"
        >
          {t('messages.resend')}
        </button>
      )}
      <button
        type="button"
        onClick={() => discard(item)}
        className="min-h-11 rounded-lg px-2 font-semibold text-muted hover:underline"
      >
        {t('messages.discard')}
      </button>
    </div>
  );
}
