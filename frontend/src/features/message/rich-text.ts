/** A piece of a message: plain text, or a link that may be followed. */
export type TextPart =
  { type: 'text'; text: string } | { type: 'link'; text: string; href: string };

const LINK = /\bhttps?:\/\/[^\s<>"'`]+/giu;
const TRAILING = /[.,:;!?…'"»”]+$/u;

/** Splits a text at its links; only http and https ones, and without the full stop behind them. */
export function textParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const candidate = withoutClosing(match[0].replace(TRAILING, ''));
    if (!URL.canParse(candidate)) {
      continue;
    }
    if (match.index > end) {
      parts.push({ type: 'text', text: text.slice(end, match.index) });
    }
    parts.push({ type: 'link', text: candidate, href: new URL(candidate).href });
    end = match.index + candidate.length;
  }
  if (end < text.length) {
    parts.push({ type: 'text', text: text.slice(end) });
  }
  return parts;
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
