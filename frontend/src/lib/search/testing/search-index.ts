import type { LocalStorage } from '@/lib/storage/local-storage';
import { SearchIndex, type SearchIndexOptions } from '../search-index';

/** The index of what is stored, as the tab that leads has it. */
export function searchIndex(
  storage: LocalStorage,
  options: Partial<SearchIndexOptions> = {},
): SearchIndex {
  return new SearchIndex({
    storage,
    hidden: () => new Map(),
    now: () => 0,
    clock: () => performance.now(),
    onChange: () => undefined,
    ...options,
  });
}
