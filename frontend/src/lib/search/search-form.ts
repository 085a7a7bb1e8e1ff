/**
 * A text as it is compared: without case, accents, and half-width forms. What a part of a text
 * becomes does not depend on what stands around it.
 */
export function searchForm(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      // First up: some letters have one small form and become two (ß, SS).
      .toUpperCase()
      .toLowerCase()
      // The one letter whose small form depends on its place in the word.
      .replaceAll('ς', 'σ')
  );
}

/** The words that are looked for, in their compared form. */
export function wordsOf(query: string): string[] {
  return searchForm(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Whether a text in its compared form has every one of these words or parts of words. */
export function hasAll(form: string, words: readonly string[]): boolean {
  return words.every((word) => form.includes(word));
}

const GRAPHEMES = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A piece of a text, and whether it is one of the words that are looked for. */
export interface Piece {
  text: string;
  isFound: boolean;
}

/** Cuts a text where it contains a word of the query. */
export function markFound(text: string, query: string): Piece[] {
  const pieces: Piece[] = [];
  letters(text, wordsOf(query)).forEach(({ letter, isFound }) => {
    const last = pieces.at(-1);
    // A mark without a form of its own belongs to the letter before it.
    const found = isFound ?? last?.isFound === true;
    if (last?.isFound === found) {
      last.text += letter;
    } else {
      pieces.push({ text: letter, isFound: found });
    }
  });
  return pieces;
}

const BEFORE = 40;
const LONGEST = 160;

/** One line of a text, around the first place where it has what is looked for. */
export function excerptOf(text: string, words: readonly string[]): string {
  const all = letters(text.trim().replace(/\s+/gu, ' '), words);
  const first = Math.max(
    0,
    all.findIndex(({ isFound }) => isFound === true),
  );
  // It begins with a word, where there are words.
  const wide = all.findIndex(({ letter }, at) => at >= first - BEFORE && letter === ' ');
  const from = first <= BEFORE ? 0 : wide === -1 || wide >= first ? first - BEFORE : wide + 1;
  const to = Math.min(all.length, from + LONGEST);
  const cut = all.slice(from, to).map(({ letter }) => letter);
  return `${from > 0 ? '…' : ''}${cut.join('')}${to < all.length ? '…' : ''}`;
}

interface Letter {
  letter: string;
  /** Undefined when it has no form of its own. */
  isFound: boolean | undefined;
}

/** The letters of a text: one may take another number of places in its compared form. */
function letters(text: string, words: readonly string[]): Letter[] {
  const all = Array.from(GRAPHEMES.segment(text), ({ segment }) => segment);
  const forms = all.map(searchForm);
  const form = forms.join('');
  const isFound = new Array<boolean>(form.length).fill(false);
  for (const word of words) {
    for (let at = form.indexOf(word); at !== -1; at = form.indexOf(word, at + word.length)) {
      isFound.fill(true, at, at + word.length);
    }
  }
  let place = 0;
  return all.map((letter, index) => {
    const start = place;
    place += forms[index]?.length ?? 0;
    const mine = isFound.slice(start, place);
    return { letter, isFound: mine.length === 0 ? undefined : mine.includes(true) };
  });
}
