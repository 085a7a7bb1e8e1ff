/** An address in a text that may be followed. */
export interface Link {
  /** As it was written. */
  text: string;
  href: string;
}

const LINK = /https?:\/\/[^\s<>"'`]+/iuy;
const TRAILING = /[.,:;!?…'"»”*_~]+$/u;

/** The link that begins here: only http and https, and without the full stop behind it. */
export function linkAt(text: string, at: number): Link | undefined {
  const link = new RegExp(LINK);
  link.lastIndex = at;
  const written = link.exec(text)?.[0];
  if (written === undefined) {
    return undefined;
  }
  const candidate = withoutClosing(written.replace(TRAILING, ''));
  return URL.canParse(candidate) ? { text: candidate, href: new URL(candidate).href } : undefined;
}

/** `(see https://example.org)`: the bracket belongs to the sentence, unless it was opened inside. */
function withoutClosing(link: string): string {
  const opened = link.split('(').length;
  const closed = link.split(')').length;
  return closed > opened && link.endsWith(')') ? link.slice(0, -1) : link;
}

const EMOJI_ONLY = /^(?:\p{RGI_Emoji}|\s)+$/v;
const FEW = 5;

/** Whether a text is nothing but a few emoji, which are then shown large. */
export function isFewEmoji(text: string): boolean {
  if (!EMOJI_ONLY.test(text) || text.trim() === '') {
    return false;
  }
  const graphemes = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)];
  return graphemes.filter(({ segment }) => segment.trim() !== '').length <= FEW;
}
