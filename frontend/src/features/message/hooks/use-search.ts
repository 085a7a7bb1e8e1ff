import { useEffect, useMemo, useState } from 'react';
import { conversationStream } from '@/lib/socket/streams';
import type { Entry } from '@/lib/socket/frames';
import { useReplica, useReplicaState } from '@/lib/sync/replica-context';
import { foldMessages } from '../message-fold';
import { searchMessages } from '../message-search';
import type { TimelineView } from './use-timeline-items';

export interface Search {
  query: string;
  setQuery: (query: string) => void;
  /** The messages that were found, the newest first. */
  found: readonly number[];
  /** Whether what is stored here has been read. */
  isReady: boolean;
  /** Whether the server has older messages that are not here. */
  hasOlder: boolean;
  /** Fetches older messages, to look in them too. */
  searchOlder: () => void;
  isFetching: boolean;
}

/** Looks for words in all of a conversation that is stored on this device, while it is wanted. */
export function useSearch(
  conversation: string,
  account: string,
  view: TimelineView,
  isWanted: boolean,
): Search {
  const replica = useReplica();
  const [query, setQuery] = useState('');
  const [stored, setStored] = useState<readonly Entry[]>();
  const [askedAt, setAskedAt] = useState<number>();
  const row = useReplicaState((state) => state.streams.get(conversationStream(conversation))?.row);
  const floor = row?.floor ?? 0;
  const { lastSeq, hidden, now, outbox } = view;

  useEffect(() => {
    let isCurrent = true;
    if (!isWanted) {
      return;
    }
    void replica.stored(conversation).then((entries) => {
      if (isCurrent) {
        setStored(entries);
      }
    });
    return () => {
      isCurrent = false;
    };
    // Again, when messages came at either end.
  }, [conversation, floor, isWanted, lastSeq, replica]);

  const fold = useMemo(
    () => foldMessages({ account, entries: stored ?? [], outbox, hidden, now }),
    [account, hidden, now, outbox, stored],
  );
  const found = useMemo(() => searchMessages(fold.rows, query), [fold, query]);
  return {
    query,
    setQuery,
    found,
    isReady: stored !== undefined,
    hasOlder: floor > (row?.origin ?? 0),
    searchOlder: () => {
      setAskedAt(floor);
      void replica.fetchOlder(conversation);
    },
    isFetching: askedAt === floor,
  };
}
