import type { ReactNode } from 'react';
import { markFound } from '@/lib/search/search-form';

/** A text in which the words are marked that are looked for. */
export function Marked({ text, query }: { text: string; query: string }): ReactNode {
  return markFound(text, query).map((piece, index) =>
    piece.isFound ? (
      <mark key={index} className="rounded-sm bg-caution-soft text-caution">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  );
}
