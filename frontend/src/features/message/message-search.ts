import { hasAll, searchForm, wordsOf } from '@/lib/search/search-form';
import type { FoldedMessage, FoldedEvent } from './message-fold';

/** The messages that contain every word, the newest first. */
export function searchMessages(
  rows: readonly (FoldedMessage | FoldedEvent)[],
  query: string,
): number[] {
  const words = wordsOf(query);
  if (words.length === 0) {
    return [];
  }
  const found: number[] = [];
  for (const row of rows) {
    if (row.type === 'message' && row.seq !== undefined && row.content.type === 'text') {
      const { text: said, files } = row.content;
      const names = files?.map(({ name }) => name) ?? [];
      const text = searchForm([said, ...names].join(' '));
      if (hasAll(text, words)) {
        found.push(row.seq);
      }
    }
  }
  return found.reverse();
}
