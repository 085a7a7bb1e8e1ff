import type { FoldedMessage, FoldedEvent } from './message-fold';

/** A text as it is compared: without case, accents, and half-width forms. */
export function searchForm(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

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
      if (words.every((word) => text.includes(word))) {
        found.push(row.seq);
      }
    }
  }
  return found.reverse();
}

function wordsOf(query: string): string[] {
  return searchForm(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A piece of a text, and whether it is one of the words that are looked for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** Cuts a text where it contains a word of the query. */
export function markFound(text: string, query: string): Piece[] {
  const words = wordsOf(query);
  // Where a letter takes another number of places in its compared form, the places are those of
  // the letters.
  const letters = Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
  const forms = letters.map(searchForm);
  const form = forms.join('');
  const isFound = new Array<boolean>(form.length).fill(false);
  for (const word of words) {
    for (let at = form.indexOf(word); at !== -1; at = form.indexOf(word, at + word.length)) {
      isFound.fill(true, at, at + word.length);
    }
  }
  const pieces: Piece[] = [];
  let place = 0;
  letters.forEach((letter, index) => {
    const length = forms[index]?.length ?? 0;
    const last = pieces.at(-1);
    // A mark without a form of its own belongs to the letter before it.
    const found = length === 0 ? last?.isFound === true : isFound[place] === true;
    place += length;
    if (last?.isFound === found) {
      last.text += letter;
    } else {
      pieces.push({ text: letter, isFound: found });
    }
  });
  return pieces;
}
