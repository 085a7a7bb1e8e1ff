const LONGEST_GRAM = 3;
const SPACE = /\s/u;

/** Bits for each different gram, and how many of them it sets: one gram in 40 is there by chance. */
const BITS_PER_GRAM = 8;
const BITS_SET = 5;
const SMALLEST_BYTES = 32;

/**
 * The runs of one, two and three UTF-16 units in the words of these texts, as a set from which no
 * member can be read back and which may seem to have more than it has (a Bloom filter). Runs work
 * alike in every script, with or without spaces between words.
 *
 * @param forms texts in their compared form
 */
export function filterOf(forms: readonly string[]): Uint8Array<ArrayBuffer> {
  const grams = new Set(forms.flatMap(gramsOf));
  // The size tells how much was written, to a factor of two.
  let bytes = SMALLEST_BYTES;
  while (bytes * 8 < grams.size * BITS_PER_GRAM) {
    bytes *= 2;
  }
  const filter = new Uint8Array(bytes);
  for (const gram of grams) {
    for (const bit of bitsOf(gram, bytes * 8)) {
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return filter;
}

/** Whether the texts of a filter may contain all of these words; never no when they do. */
export function mayHave(filter: Uint8Array, words: readonly string[]): boolean {
  return words.every((word) =>
    longestGramsOf(word).every((gram) =>
      bitsOf(gram, filter.length * 8).every(
        (bit) => ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0,
      ),
    ),
  );
}

function gramsOf(form: string): string[] {
  return form
    .split(SPACE)
    .flatMap((word) =>
      Array.from({ length: LONGEST_GRAM }, (_nothing, index) => runs(word, index + 1)).flat(),
    );
}

/** What is asked of a word: the longer a run, the fewer texts have it. */
function longestGramsOf(word: string): string[] {
  return runs(word, Math.min(word.length, LONGEST_GRAM));
}

function runs(word: string, length: number): string[] {
  return Array.from({ length: Math.max(0, word.length - length + 1) }, (_nothing, at) =>
    word.slice(at, at + length),
  );
}

/** Where a gram is marked, in a filter of so many bits, a power of two. */
function bitsOf(gram: string, bits: number): number[] {
  let hash = 0x811c9dc5;
  for (let at = 0; at < gram.length; at += 1) {
    hash = Math.imul(hash ^ gram.charCodeAt(at), 0x01000193);
  }
  const first = mixed(hash ^ gram.length);
  // Odd, so that the steps reach every place.
  const step = mixed(first) | 1;
  return Array.from(
    { length: BITS_SET },
    (_nothing, index) => ((first + Math.imul(index, step)) >>> 0) & (bits - 1),
  );
}

/** Spreads what differs in a few bits over all 32 (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
