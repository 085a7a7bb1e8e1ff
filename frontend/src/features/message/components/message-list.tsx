import { ArrowDown } from 'lucide-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Virtuoso, type ListRange, type VirtuosoHandle } from 'react-virtuoso';
import type { Person } from '@/lib/api/types';
import type { OutboxItem } from '@/lib/sync/outbox-item';
import { useReplica } from '@/lib/sync/replica-context';
import { EmptyState } from '@/components/ui/empty-state';
import { Avatar } from '@/components/ui/avatar';
import { Spinner } from '@/components/ui/spinner';
import { useMarkRead } from '../hooks/use-mark-read';
import { useTimelineItems } from '../hooks/use-timeline-items';
import type { TimelineItem } from '../timeline-items';
import { MessageBubble } from './message-bubble';
import { Beginning, DayChip, DaySeparator, UnreadDivider } from './separators';

/** Index of the first message at opening; older ones get smaller indices, so nothing jumps. */
const ANCHOR_INDEX = 1_000_000_000;
const NEAR_BOTTOM_PX = 80;

interface MessageListProps {
  conversation: string;
  partner: Person;
}

/** The messages of a conversation; only those in view are in the document. */
export function MessageList({ conversation, partner }: MessageListProps) {
  const { t } = useTranslation();
  const view = useTimelineItems(conversation);
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
          art={<Avatar id={partner.id} name={partner.username} className="size-20" />}
          title={t('messages.sayHello', { name: partner.username })}
        >
          {t('messages.sayHelloDetail')}
        </EmptyState>
      </div>
    );
  }
  return <LoadedList conversation={conversation} partner={partner} view={view} />;
}

interface LoadedListProps extends MessageListProps {
  view: ReturnType<typeof useTimelineItems>;
}

function LoadedList({ conversation, partner, view }: LoadedListProps) {
  const { t } = useTranslation();
  const { items, hasOlder, anchorSeq } = view;
  const replica = useReplica();
  const markSeen = useMarkRead(conversation);
  const list = useRef<VirtuosoHandle>(null);
  const [isAtBottom, setAtBottom] = useState(true);
  const [topDay, setTopDay] = useState<Date>();
  const [seenSeq, setSeenSeq] = useState(0);

  const inFront = useMemo(
    () =>
      Math.max(
        0,
        items.findIndex((item) => isAnchor(item, anchorSeq)),
      ),
    [anchorSeq, items],
  );
  const firstIndex = ANCHOR_INDEX - inFront;
  const [initialIndex] = useState(() => {
    const unread = items.findIndex((item) => item.type === 'unread');
    return unread === -1 ? items.length - 1 : unread;
  });

  const rangeChanged = useCallback(
    ({ startIndex, endIndex }: ListRange) => {
      setTopDay(dayAt(items, startIndex - firstIndex));
      const seq = lastSeq(items, endIndex - firstIndex);
      if (seq > 0) {
        setSeenSeq((known) => Math.max(known, seq));
        markSeen(seq);
      }
    },
    [firstIndex, items, markSeen],
  );
  const below = items.filter(
    (item) => item.type === 'message' && !item.isOwn && (item.seq ?? 0) > seenSeq,
  ).length;

  return (
    <div className="relative min-h-0 flex-1">
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
        atBottomThreshold={NEAR_BOTTOM_PX}
        atBottomStateChange={setAtBottom}
        followOutput={(isFollowing) => {
          const last = items.at(-1);
          return isFollowing || (last?.type === 'message' && last.isOwn) ? 'auto' : false;
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
            partner={partner}
            onRetry={(outboxItem) => void replica.retry(outboxItem)}
            onDiscard={(cid) => void replica.discard(cid)}
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

interface ItemProps {
  item: TimelineItem;
  /** The list ends with it, and with some space that belongs to it. */
  isNewest: boolean;
  partner: Person;
  onRetry: (item: OutboxItem) => void;
  onDiscard: (cid: string) => void;
}

function Item({ item, isNewest, partner, onRetry, onDiscard }: ItemProps) {
  switch (item.type) {
    case 'day':
      return <DaySeparator date={item.date} />;
    case 'unread':
      return <UnreadDivider />;
    case 'beginning':
      return <Beginning />;
    case 'message':
      return (
        <div className={isNewest ? 'pb-4' : undefined}>
          <MessageBubble
            message={item}
            senderName={partner.username}
            onRetry={onRetry}
            onDiscard={onDiscard}
          />
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

function isAnchor(item: TimelineItem, seq: number | undefined): boolean {
  return (item.type === 'message' && item.seq === seq) || (item.type === 'beginning' && seq === 1);
}

function dayAt(items: readonly TimelineItem[], index: number): Date | undefined {
  for (const item of items.slice(Math.max(0, index))) {
    if (item.type === 'message') {
      return item.at;
    }
  }
  return undefined;
}

function lastSeq(items: readonly TimelineItem[], index: number): number {
  for (const item of items.slice(0, index + 1).reverse()) {
    if (item.type === 'message' && item.seq !== undefined) {
      return item.seq;
    }
  }
  return 0;
}
