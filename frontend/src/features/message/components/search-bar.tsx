import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '@/components/ui/icon-button';
import { SearchField } from '@/components/ui/search-field';
import type { Search } from '../hooks/use-search';
import { useMessageActions } from '../message-actions';

interface SearchBarProps {
  search: Search;
  onClose: () => void;
}

/** Looks for words in the conversation; Enter goes to the next older place, with Shift to the newer. */
export function SearchBar({ search, onClose }: SearchBarProps) {
  const { t } = useTranslation();
  const { jumpTo } = useMessageActions();
  const { query, found, isReady, hasOlder, isFetching } = search;
  const [at, setAt] = useState<number>();
  const index = at === undefined ? -1 : found.indexOf(at);

  const go = (step: number) => {
    const next = found[(index + step + found.length) % found.length];
    if (next !== undefined) {
      setAt(next);
      jumpTo(next, true);
    }
  };
  const isSearching = query.trim() !== '';
  const status = !isSearching
    ? ''
    : found.length === 0
      ? t('search.none')
      : index === -1
        ? t('search.found', { count: found.length })
        : t('search.at', { index: index + 1, count: found.length });
  useEscape(onClose);
  return (
    <search className="flex flex-wrap items-center gap-x-1 border-b border-line bg-panel px-2 py-1.5 md:px-5">
      <SearchField
        className="min-w-40 flex-1"
        label={t('search.label')}
        // It was opened to type into it.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        value={query}
        aria-busy={!isReady}
        onChange={(event) => {
          search.setQuery(event.target.value);
          setAt(undefined);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') {
            event.preventDefault();
            go(event.shiftKey ? -1 : 1);
          }
        }}
      />
      <span role="status" className="min-w-16 px-1 text-end text-sm text-muted tabular-nums">
        {status}
      </span>
      <IconButton
        label={t('search.older')}
        disabled={found.length === 0}
        icon={<ChevronUp aria-hidden className="size-5" />}
        onClick={() => go(1)}
      />
      <IconButton
        label={t('search.newer')}
        disabled={found.length === 0}
        icon={<ChevronDown aria-hidden className="size-5" />}
        onClick={() => go(-1)}
      />
      <IconButton
        label={t('search.close')}
        icon={<X aria-hidden className="size-5" />}
        onClick={onClose}
      />
      {isSearching && hasOlder && (
        <button
          type="button"
          aria-disabled={isFetching}
          onClick={isFetching ? undefined : search.searchOlder}
          className="min-h-11 w-full rounded-lg px-2 text-start text-sm font-semibold text-accent-text hover:bg-hover"
        >
          {isFetching ? t('search.fetching') : t('search.fetch')}
        </button>
      )}
    </search>
  );
}

function useEscape(onEscape: () => void): void {
  useEffect(() => {
    const keyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && document.querySelector('dialog[open]') === null) {
        onEscape();
      }
    };
    window.addEventListener('keydown', keyDown);
    return () => window.removeEventListener('keydown', keyDown);
  }, [onEscape]);
}
