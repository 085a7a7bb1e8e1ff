import { ArrowDown } from 'lucide-react';
import {
  memo,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { Virtuoso, type ListRange, type VirtuosoHandle } from 'react-virtuoso';
import type { Person } from '@/lib/api/types';
import { useReplica } from '@/lib/sync/replica-context';
import { EmptyState } from '@/components/ui/empty-state';
import { Spinner } from '@/components/ui/spinner';
import { ConversationAvatar } from '../../conversation/components/conversation-avatar';
import { useMessageActions } from '../message-actions';
import { NEAR_END_PX, useHeldEnd } from '../hooks/use-held-end';
import { useMarkRead } from '../hooks/use-mark-read';
import type { JumpTarget } from '../hooks/use-jump';
import type { TimelineView } from '../hooks/use-timeline-items';
import { useTipSlot } from '../tip-slot';
import type { TimelineItem } from '../timeline-items';
import { MessageBubble } from './message-bubble';
import { Beginning, DayChip, DaySeparator, EventLine, UnreadDivider } from './separators';

/** Index of the first message at opening; older ones get smaller indices, so nothing jumps. */
const ANCHOR_INDEX = 1_000_000_000;
const FLASH_MS = 1_600;

interface MessageListProps {
  conversation: string;
  partner: Person;
  view: TimelineView;
  /** The message to go to. */
  target: JumpTarget | undefined;
  /** Something else lies over it: nothing here is read now. */
  isCovered: boolean;
  /** The keyboard leaves the list by Escape. */
  onLeave: () => void;
}

/** The messages of a conversation; only those in view are in the document. */
export const MessageList = memo(function MessageList(props: MessageListProps) {
  const { t } = useTranslation();
  const { conversation, partner, view } = props;
  if (!view.isLoaded || (!view.hasMessages && view.isComing)) {
    return (
      <div role="status" aria-label={t('app.loading')} className="grid flex-1 place-items-center">
        <Spinner className="size-7 text-faint" />
      </div>
    );
  }
  if (!view.hasMessages) {
    return (
      <div className="grid flex-1 place-items-center overflow-y-auto">
        <EmptyState
          art={
            <ConversationAvatar
              conversation={conversation}
              partner={partner}
              edge={256}
              className="size-20"
            />
          }
          title={t('messages.sayHello', { name: partner.username })}
        >
          {t('messages.sayHelloDetail')}
        </EmptyState>
      </div>
    );
  }
  return <LoadedList {...props} />;
});

function LoadedList({ conversation, view, target, isCovered, onLeave }: MessageListProps) {
  const { t } = useTranslation();
  const { items, hasOlder, anchorSeq, lastSeq: lastHere } = view;
  const replica = useReplica();
  const markSeen = useMarkRead(conversation, isCovered);
  const list = useRef<VirtuosoHandle>(null);
  const [isAtBottom, setAtBottom] = useState(true);
  const [topDay, setTopDay] = useState<Date>();
  const [seenSeq, setSeenSeq] = useState(0);
  const frame = useRef<HTMLDivElement>(null);

  const inFront = useMemo(
    () =>
      Math.max(
        0,
        items.findIndex((item) => isAtOrAfter(item, anchorSeq)),
      ),
    [anchorSeq, items],
  );
  const firstIndex = ANCHOR_INDEX - inFront;
  const [initialIndex] = useState(() => {
    const unread = items.findIndex((item) => item.type === 'unread');
    return unread === -1 ? items.length - 1 : unread;
  });
  const end = useHeldEnd(initialIndex === items.length - 1);
  const flashing = useTarget(target, items, list, frame, end.release);

  const nextFrame = useRef(0);
  const rangeChanged = useCallback(
    ({ startIndex, endIndex }: ListRange) => {
      // The list tells of it while it is drawn, and could be drawn anew by what follows, without end.
      cancelAnimationFrame(nextFrame.current);
      nextFrame.current = requestAnimationFrame(() => {
        setTopDay(dayAt(items, startIndex - firstIndex));
        const last = endIndex - firstIndex;
        // What changes other messages has no place of its own: who has seen the end has seen it all.
        const seq = last >= items.length - 1 ? lastHere : lastSeq(items, last);
        if (seq > 0) {
          setSeenSeq((known) => Math.max(known, seq));
          markSeen(seq);
        }
      });
    },
    [firstIndex, items, lastHere, markSeen],
  );
  useEffect(() => () => cancelAnimationFrame(nextFrame.current), []);
  const below = items.filter(
    (item) => item.type === 'message' && !item.isOwn && (item.message.seq ?? 0) > seenSeq,
  ).length;

  return (
    // The arrow keys go from message to message, whichever of them has the focus.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={frame}
      className="relative min-h-0 flex-1"
      onKeyDown={(event) => moveFocus(event, onLeave)}
    >
      <Virtuoso
        ref={list}
        role="log"
        aria-label={t('messages.log')}
        aria-live="off"
        tabIndex={0}
        className="h-full"
        data={items}
        firstItemIndex={firstIndex}
        initialTopMostItemIndex={{
          index: initialIndex,
          align: initialIndex === items.length - 1 ? 'end' : 'center',
        }}
        alignToBottom
        scrollerRef={end.scrollerRef}
        totalListHeightChanged={end.heightChanged}
        atBottomThreshold={NEAR_END_PX}
        atBottomStateChange={setAtBottom}
        followOutput={() => {
          const last = items.at(-1);
          return end.isHeld.current || (last?.type === 'message' && last.isOwn) ? 'auto' : false;
        }}
        startReached={() => void replica.loadOlder(conversation)}
        rangeChanged={rangeChanged}
        increaseViewportBy={400}
        computeItemKey={(_index, item) => item.key}
        components={{ Header: hasOlder ? LoadingOlder : Space }}
        itemContent={(_index, item) => (
          <Item
            item={item}
            isNewest={item === items.at(-1)}
            isFlashing={item.type === 'message' && item.message.seq === flashing}
          />
        )}
      />
      {topDay !== undefined && !isAtBottom && (
        <div
          aria-hidden
          className="pointer-events-none absolute inset-x-0 top-2 flex justify-center"
        >
          <DayChip date={topDay} />
        </div>
      )}
      {!isAtBottom && (
        <button
          type="button"
          aria-label={
            below > 0 ? t('messages.latestCount', { count: below }) : t('messages.latest')
          }
          onClick={() => list.current?.scrollToIndex({ index: 'LAST', align: 'end' })}
          className="absolute end-5 bottom-4 inline-flex h-11 min-w-11 animate-rise items-center justify-center gap-1.5 rounded-full bg-raised px-3 text-sm font-semibold text-accent-text shadow-float"
        >
          {below > 0 && <span className="tabular-nums">{below}</span>}
          <ArrowDown aria-hidden className="size-5" />
        </button>
      )}
    </div>
  );
}

/** Goes to the message, gives it the focus, and lets it light up for a moment. */
function useTarget(
  target: JumpTarget | undefined,
  items: readonly TimelineItem[],
  list: RefObject<VirtuosoHandle | null>,
  frame: RefObject<HTMLDivElement | null>,
  leaveEnd: () => void,
): number | undefined {
  const [flashing, setFlashing] = useState<number>();
  const gone = useRef<JumpTarget>(undefined);
  useEffect(() => {
    const index = items.findIndex(
      (item) => item.type === 'message' && item.message.seq === target?.seq,
    );
    if (target === undefined || target === gone.current || index === -1) {
      return;
    }
    gone.current = target;
    leaveEnd();
    list.current?.scrollIntoView({
      index,
      align: 'center',
      done: () => {
        setFlashing(target.seq);
        if (!target.keepsFocus) {
          articleAt(frame.current, target.seq)?.focus({ preventScroll: true });
        }
      },
    });
  }, [frame, items, leaveEnd, list, target]);
  useEffect(() => {
    const timer = setTimeout(() => setFlashing(undefined), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashing]);
  return flashing;
}

function articleAt(frame: HTMLElement | null, seq: number): HTMLElement | null {
  return frame?.querySelector<HTMLElement>(`article[data-seq="${seq}"]`) ?? null;
}

function moveFocus(event: KeyboardEvent<HTMLElement>, onLeave: () => void): void {
  const article = event.target;
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!(article instanceof HTMLElement) || article.tagName !== 'ARTICLE') {
    return;
  }
  if (event.key === 'Escape') {
    onLeave();
  } else if (step !== undefined) {
    const articles = [...event.currentTarget.querySelectorAll('article')];
    event.preventDefault();
    articles[articles.indexOf(article) + step]?.focus();
  }
}

interface ItemProps {
  item: TimelineItem;
  /** The list ends with it, and with some space that belongs to it. */
  isNewest: boolean;
  isFlashing: boolean;
}

function Item({ item, isNewest, isFlashing }: ItemProps) {
  const { eventText } = useMessageActions();
  const { bubble } = useTipSlot();
  switch (item.type) {
    case 'day':
      return <DaySeparator date={item.date} />;
    case 'unread':
      return <UnreadDivider />;
    case 'beginning':
      return <Beginning />;
    case 'event':
      return (
        <div className={isNewest ? 'pb-4' : undefined}>
          <EventLine text={eventText(item)} />
        </div>
      );
    case 'tip':
      return <div className={isNewest ? 'pb-4' : undefined}>{bubble(item.tip)}</div>;
    case 'message':
      return (
        <div className={isNewest ? 'pb-4' : undefined}>
          <MessageBubble item={item} isEntry={isNewest} isFlashing={isFlashing} />
        </div>
      );
  }
}

function LoadingOlder() {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('messages.older')} className="grid place-items-center py-4">
      <Spinner className="size-5 text-faint" />
    </div>
  );
}

function Space() {
  return <div className="h-4" />;
}

function isAtOrAfter(item: TimelineItem, seq: number | undefined): boolean {
  return (
    (item.type === 'message' && (item.message.seq ?? Infinity) >= (seq ?? 0)) ||
    ((item.type === 'event' || item.type === 'tip') && item.seq >= (seq ?? 0)) ||
    (item.type === 'beginning' && seq === 1)
  );
}

function dayAt(items: readonly TimelineItem[], index: number): Date | undefined {
  for (const item of items.slice(Math.max(0, index))) {
    if (item.type === 'message' || item.type === 'event' || item.type === 'tip') {
      return item.at;
    }
  }
  return undefined;
}

function lastSeq(items: readonly TimelineItem[], index: number): number {
  for (const item of items.slice(0, index + 1).reverse()) {
    if (item.type === 'message' && item.message.seq !== undefined) {
      return item.message.seq;
    }
    if (item.type === 'event' || item.type === 'tip') {
      return item.seq;
    }
  }
  return 0;
}
