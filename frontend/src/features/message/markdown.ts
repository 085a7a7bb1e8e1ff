import { linkAt } from './rich-text';

/** A piece of a line. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'strong' | 'emphasis' | 'strike'; inner: Inline[] }
  | { type: 'code'; text: string }
  | { type: 'link'; href: string; inner: Inline[] }
  | { type: 'mention'; text: string; account: string };

export type Block =
  /** Lines as they were written, their breaks too. */
  | { type: 'text'; inner: Inline[] }
  | { type: 'code'; language: string; text: string }
  | { type: 'quote'; inner: Block[] }
  | { type: 'list'; start: number | undefined; items: Block[][] };

/** By what is written in the text, such as `@amy`: the account that is meant. */
export type Names = ReadonlyMap<string, string>;

const NOBODY: Names = new Map();
/** What is nested deeper is shown as it was written. */
const DEEPEST = 6;

const FENCE = /^ {0,3}(`{3,}|~{3,})\s*([^\s`]*)[^`]*$/;
const QUOTE = /^ {0,3}> ?(.*)$/;
const ITEM = /^( {0,3})([-*+•]|(\d{1,9})[.)])( +)(\S.*)$/;

/**
 * Reads the safe part of Markdown that people use in chats: bold, italic, strike, code, quotes,
 * lists and links. There is no HTML and there are no pictures in it; whatever else is written stays
 * text. Lines break where they were broken.
 */
export function readMarkdown(text: string, names: Names = NOBODY): Block[] {
  return blocks(text.replace(/\r\n?/g, '\n').split('\n'), names, 0);
}

function blocks(lines: readonly string[], names: Names, depth: number): Block[] {
  const read: Block[] = [];
  let run: string[] = [];
  const endRun = () => {
    const inner = trimmed(run).join('\n');
    if (inner !== '') {
      read.push({ type: 'text', inner: readInline(inner, names) });
    }
    run = [];
  };
  let at = 0;
  while (at < lines.length) {
    const found = depth < DEEPEST ? blockAt(lines, at, names, depth) : undefined;
    if (found === undefined) {
      run.push(lines[at] ?? '');
      at += 1;
    } else {
      endRun();
      read.push(found.block);
      at = found.end;
    }
  }
  endRun();
  return read;
}

interface Found {
  block: Block;
  /** The first line behind it. */
  end: number;
}

function blockAt(
  lines: readonly string[],
  at: number,
  names: Names,
  depth: number,
): Found | undefined {
  const line = lines[at] ?? '';
  return (
    codeAt(line, lines, at) ?? quoteAt(lines, at, names, depth) ?? listAt(lines, at, names, depth)
  );
}

function codeAt(line: string, lines: readonly string[], at: number): Found | undefined {
  const [, fence, language = ''] = FENCE.exec(line) ?? [];
  if (fence === undefined) {
    return undefined;
  }
  let end = at + 1;
  while (end < lines.length && !closes(lines[end] ?? '', fence)) {
    end += 1;
  }
  const text = lines.slice(at + 1, end).join('\n');
  // A fence that is never closed runs to the end, as one sees it while typing.
  return { block: { type: 'code', language, text }, end: end + 1 };
}

function closes(line: string, fence: string): boolean {
  const closing = line.trim();
  return closing.length >= fence.length && closing === fence.charAt(0).repeat(closing.length);
}

function quoteAt(
  lines: readonly string[],
  at: number,
  names: Names,
  depth: number,
): Found | undefined {
  const quoted: string[] = [];
  let end = at;
  for (let match; (match = QUOTE.exec(lines[end] ?? '')) !== null; end += 1) {
    quoted.push(match[1] ?? '');
  }
  return quoted.length === 0
    ? undefined
    : { block: { type: 'quote', inner: blocks(quoted, names, depth + 1) }, end };
}

function listAt(
  lines: readonly string[],
  at: number,
  names: Names,
  depth: number,
): Found | undefined {
  const first = ITEM.exec(lines[at] ?? '');
  if (first === null) {
    return undefined;
  }
  const isOrdered = first[3] !== undefined;
  const items: Block[][] = [];
  let end = at;
  while (end < lines.length) {
    const item = ITEM.exec(lines[end] ?? '');
    if (item === null || (item[3] !== undefined) !== isOrdered) {
      break;
    }
    const indent = (item[1] ?? '').length + (item[2] ?? '').length + (item[4] ?? '').length;
    const inner = [item[5] ?? ''];
    end += 1;
    while (end < lines.length && isInside(lines[end] ?? '', indent)) {
      inner.push((lines[end] ?? '').slice(Math.min(indent, leading(lines[end] ?? ''))));
      end += 1;
    }
    items.push(blocks(inner, names, depth + 1));
  }
  return {
    block: { type: 'list', start: isOrdered ? Number(first[3]) : undefined, items },
    end,
  };
}

/** Whether a line belongs to the item before it: it is set in by two spaces or more. */
function isInside(line: string, indent: number): boolean {
  return line.trim() !== '' && leading(line) >= Math.min(indent, 2);
}

function leading(line: string): number {
  return line.length - line.trimStart().length;
}

function trimmed(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first === -1 ? [] : lines.slice(first, last + 1);
}

// --- Inside of lines

/** Where something may begin: a mark, a code, a link, a name. */
const START = /[\\`*_~[@]|https?:\/\//giu;
const ESCAPABLE = /[`*~[\]()>#\\-]/;
const WORD = /[\p{L}\p{N}]/u;
const MARKS = [
  { mark: '**', type: 'strong' },
  { mark: '__', type: 'strong' },
  { mark: '~~', type: 'strike' },
  { mark: '*', type: 'emphasis' },
  { mark: '_', type: 'emphasis' },
] as const;

/** Reads the inside of a line or of several. */
export function readInline(text: string, names: Names = NOBODY): Inline[] {
  return new InlineReader(text, names, 0, true).read();
}

class InlineReader {
  private readonly parts: Inline[] = [];
  private plain = '';
  private at = 0;
  /** Marks that are known not to be closed from here on: none is looked for twice. */
  private readonly unclosed = new Set<string>();

  constructor(
    private readonly text: string,
    private readonly names: Names,
    private readonly depth: number,
    private readonly mayLink: boolean,
  ) {}

  read(): Inline[] {
    const start = new RegExp(START);
    while (this.at < this.text.length) {
      start.lastIndex = this.at;
      const next = start.exec(this.text)?.index ?? this.text.length;
      this.plain += this.text.slice(this.at, next);
      this.at = next;
      if (next < this.text.length && !this.special()) {
        this.plain += this.text.charAt(this.at);
        this.at += 1;
      }
    }
    this.endPlain();
    return this.parts;
  }

  /** Reads what begins here; false when it is just a character. */
  private special(): boolean {
    switch (this.text.charAt(this.at)) {
      case '\\':
        return this.escape();
      case '`':
        return this.code();
      case '[':
        return this.label();
      case '@':
        return this.mention();
      case '*':
      case '_':
      case '~':
        return this.marked();
      default:
        return this.link();
    }
  }

  private escape(): boolean {
    const next = this.text.charAt(this.at + 1);
    if (next === '' || !ESCAPABLE.test(next)) {
      return false;
    }
    this.plain += next;
    this.at += 2;
    return true;
  }

  private code(): boolean {
    const ticks = /`+/y;
    ticks.lastIndex = this.at;
    const mark = ticks.exec(this.text)?.[0] ?? '`';
    const end = this.unclosed.has(mark) ? -1 : endOfCode(this.text, mark, this.at + mark.length);
    if (end === -1) {
      this.unclosed.add(mark);
      this.plain += mark;
      this.at += mark.length;
      return true;
    }
    const text = this.text.slice(this.at + mark.length, end);
    // A space on both sides lets a code begin or end with a tick (CommonMark, section 6.1).
    const inner = /^ .*\S.* $/s.test(text) ? text.slice(1, -1) : text;
    this.push({ type: 'code', text: inner }, end + mark.length);
    return true;
  }

  private marked(): boolean {
    const before = this.text.charAt(this.at - 1);
    const found = MARKS.find(({ mark }) => this.text.startsWith(mark, this.at));
    if (found === undefined || WORD.test(before) || before === '\\' || this.depth >= DEEPEST) {
      return false;
    }
    const { mark, type } = found;
    const from = this.at + mark.length;
    const end = /\S/.test(this.text.charAt(from)) ? this.closing(mark, from) : -1;
    if (end === -1) {
      this.plain += mark;
      this.at = from;
      return true;
    }
    const inner = this.nested(this.text.slice(from, end), this.mayLink);
    this.push({ type, inner }, end + mark.length);
    return true;
  }

  /** Where the mark is closed: behind a word and not before one. */
  private closing(mark: string, from: number): number {
    if (this.unclosed.has(mark)) {
      return -1;
    }
    let end = this.text.indexOf(mark, from + 1);
    while (end !== -1) {
      const behind = end + mark.length;
      // `*a **b***`: of three, the last one or two close.
      const isOfLonger = mark.length === 1 && this.text.charAt(behind) === mark;
      if (
        !isOfLonger &&
        /[^\s\\]/.test(this.text.charAt(end - 1)) &&
        !WORD.test(this.text.charAt(behind))
      ) {
        return end;
      }
      end = this.text.indexOf(mark, isOfLonger ? behind + 1 : behind);
    }
    this.unclosed.add(mark);
    return -1;
  }

  private link(): boolean {
    const found =
      this.mayLink && !WORD.test(this.text.charAt(this.at - 1))
        ? linkAt(this.text, this.at)
        : undefined;
    if (found === undefined) {
      return false;
    }
    const { text, href } = found;
    this.push({ type: 'link', href, inner: [{ type: 'text', text }] }, this.at + text.length);
    return true;
  }

  /** `[label](https://example.org)`; a label that looks like another address is not believed. */
  private label(): boolean {
    if (!this.mayLink || this.depth >= DEEPEST || this.unclosed.has('](')) {
      return false;
    }
    const middle = this.text.indexOf('](', this.at);
    const end = middle === -1 ? -1 : this.text.indexOf(')', middle);
    if (end === -1) {
      this.unclosed.add('](');
      return false;
    }
    const label = this.text.slice(this.at + 1, middle);
    const address = this.text.slice(middle + 2, end);
    const target = linkAt(address, 0);
    if (
      label.trim() === '' ||
      label.includes('\n') ||
      /[[\]]|:\/\/|\w\.\w/.test(label) ||
      target?.text !== address
    ) {
      return false;
    }
    this.push({ type: 'link', href: target.href, inner: this.nested(label, false) }, end + 1);
    return true;
  }

  private mention(): boolean {
    if (WORD.test(this.text.charAt(this.at - 1))) {
      return false;
    }
    let longest = '';
    for (const name of this.names.keys()) {
      if (name.length > longest.length && this.text.startsWith(name, this.at)) {
        longest = name;
      }
    }
    const account = this.names.get(longest);
    if (account === undefined) {
      return false;
    }
    this.push({ type: 'mention', text: longest, account }, this.at + longest.length);
    return true;
  }

  private nested(text: string, mayLink: boolean): Inline[] {
    return new InlineReader(text, this.names, this.depth + 1, mayLink).read();
  }

  private push(part: Inline, end: number): void {
    this.endPlain();
    this.parts.push(part);
    this.at = end;
  }

  private endPlain(): void {
    if (this.plain !== '') {
      this.parts.push({ type: 'text', text: this.plain });
      this.plain = '';
    }
  }
}

/** Where a code that was begun with so many ticks ends: at exactly as many. */
function endOfCode(text: string, mark: string, from: number): number {
  let at = text.indexOf(mark, from);
  while (at !== -1) {
    let end = at + mark.length;
    while (text.charAt(end) === '`') {
      end += 1;
    }
    if (end - at === mark.length && at > from) {
      return at;
    }
    at = text.indexOf(mark, end);
  }
  return -1;
}

/** What a text says without its marks, in one line: for lists, quotes and what is read aloud. */
export function plainText(text: string): string {
  return readMarkdown(text).map(plainBlock).join(' ').replace(/\s+/g, ' ').trim();
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case 'text':
      return plainInline(block.inner);
    case 'code':
      return block.text;
    case 'quote':
      return block.inner.map(plainBlock).join(' ');
    case 'list':
      return block.items.map((item) => item.map(plainBlock).join(' ')).join(' ');
  }
}

function plainInline(inner: readonly Inline[]): string {
  return inner.map((part) => ('inner' in part ? plainInline(part.inner) : part.text)).join('');
}
