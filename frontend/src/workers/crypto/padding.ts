/** The smallest size, so that a short answer looks like a sentence. Bytes. */
const SMALLEST = 256;

/** What surrounds the text in a message: the length before it and the signature after it. Bytes. */
const FRAMING = 4 + 2 + 64;

/**
 * The size to which `length` bytes are padded: at least 256, and above that the sizes of Padmé
 * (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs",
 * 2019), which cost at most 12 % and tell O(log log) bits of the length.
 */
export function paddedSize(length: number): number {
  if (length <= SMALLEST) {
    return SMALLEST;
  }
  const exponent = Math.floor(Math.log2(length));
  const significant = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - significant);
  return Math.ceil(length / step) * step;
}

/** To which size the content of a message with this text is padded. */
export function contentSize(text: Uint8Array): number {
  return paddedSize(text.length + FRAMING);
}
