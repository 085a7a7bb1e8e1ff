import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, readMarkdown, type Block, type Inline } from './markdown';

/** What was read, written in a way that shows its shape. */
function shape(text: string, names?: ReadonlyMap<string, string>): string {
  return readMarkdown(text, names).map(block).join('|');
}

function block(it: Block): string {
  switch (it.type) {
    case 'text':
      return inline(it.inner);
    case 'code':
      return `code:${it.language}(${it.text})`;
    case 'quote':
      return `quote(${it.inner.map(block).join('|')})`;
    case 'list':
      return `list:${it.start ?? ''}(${it.items.map((item) => item.map(block).join('|')).join(';')})`;
  }
}

function inline(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      switch (part.type) {
        case 'text':
          return part.text;
        case 'code':
          return `c(${part.text})`;
        case 'mention':
          return `@(${part.text}=${part.account})`;
        case 'link':
          return `a:${part.href}(${inline(part.inner)})`;
        default:
          return `${part.type.slice(0, 2)}(${inline(part.inner)})`;
      }
    })
    .join('');
}

function links(text: string): string[] {
  const hrefs: string[] = [];
  const visitInline = (part: Inline): void => {
    if (part.type === 'link') {
      hrefs.push(part.href);
    }
    if ('inner' in part) {
      part.inner.forEach(visitInline);
    }
  };
  const visit = (it: Block): void => {
    if (it.type === 'text') {
      it.inner.forEach(visitInline);
    } else if (it.type === 'quote') {
      it.inner.forEach(visit);
    } else if (it.type === 'list') {
      it.items.flat().forEach(visit);
    }
  };
  readMarkdown(text).forEach(visit);
  return hrefs;
}

describe('inside of lines', () => {
  test.each([
    ['**bold** and *italic* and ~~gone~~', 'st(bold) and em(italic) and st(gone)'],
    ['__bold__ and _italic_', 'st(bold) and em(italic)'],
    ['*a **b***', 'em(a st(b))'],
    ['`a * b` and ``c ` d``', 'c(a * b) and c(c ` d)'],
    ['snake_case_name 2*3*4', 'snake_case_name 2*3*4'],
    ['2 * not * 3', '2 * not * 3'],
    ['**never closed', '**never closed'],
    ['¯\\_(ツ)_/¯', '¯\\_(ツ)_/¯'],
    ['\\*literal\\*', '*literal*'],
    ['line\nbreak\n\ngap', 'line\nbreak\n\ngap'],
    ['# no heading', '# no heading'],
    ['<b>no</b> HTML &amp;', '<b>no</b> HTML &amp;'],
    ['![x](https://example.org/x.png)', '!a:https://example.org/x.png(x)'],
  ])('%s', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });

  test('a name that was meant is a mention, and no other', () => {
    const names = new Map([
      ['@amy', '1'],
      ['@amy-lee', '2'],
    ]);
    expect(shape('@amy, @amy-lee and @bob, mail@amy', names)).toBe(
      '@(@amy=1), @(@amy-lee=2) and @bob, mail@amy',
    );
    expect(shape('`@amy` **@amy**', names)).toBe('c(@amy) st(@(@amy=1))');
  });
});

describe('blocks', () => {
  test.each([
    [
      'before\n```ts\nconst a = `1`;\n\n**x**\n```\nafter',
      'before|code:ts(const a = `1`;\n\n**x**)|after',
    ],
    ['```\nnever closed', 'code:(never closed)'],
    ['> quoted\n> > twice\n\nanswer', 'quote(quoted|quote(twice))|answer'],
    ['- one\n- two\n  more\n- **three**', 'list:(one;two\nmore;st(three))'],
    ['3. three\n4. four', 'list:3(three;four)'],
    ['- a\n  - b\n  - c', 'list:(a|list:(b;c))'],
    ['2026. was', 'list:2026(was)'],
    ['-no list', '-no list'],
    ['1.5 is a number', '1.5 is a number'],
  ])('%j', (text, expected) => {
    expect(shape(text)).toBe(expected);
  });
});

describe('links', () => {
  test.each([
    ['see https://example.org.', ['https://example.org/']],
    ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['**https://example.org/a_b_c**', ['https://example.org/a_b_c']],
    ['[the page](https://example.org/x)', ['https://example.org/x']],
    ['[run](javascript:alert(1))', []],
    ['[data](data:text/html,hello)', []],
    ['javascript:alert(1)', []],
    [
      'http://a.example and https://b.example/?q=1&r=2!',
      ['http://a.example/', 'https://b.example/?q=1&r=2'],
    ],
    ['https://', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test('a label that pretends to be another address is not believed', () => {
    expect(shape('[https://bank.example](https://evil.example)')).toContain(
      '[https://bank.example](',
    );
    expect(shape('[bank.example](https://evil.example)')).toContain('[bank.example](');
  });
});

const piece = fc.constantFrom(
  ...['*', '**', '_', '__', '~~', '`', '``', '```', '\n', ' ', '> ', '- ', '1. ', '  ', '\\'],
  ...[
    '[',
    ']',
    '](',
    ')',
    'https://',
    'a.example',
    'javascript:',
    'word',
    '@amy',
    '<b>',
    'é',
    '🎉',
  ],
);

test('any text at all can be read, and leads only to the web', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      links(pieces.join('')).forEach((href) => expect(href).toMatch(/^https?:\/\//));
    }),
    { numRuns: 500 },
  );
});

test('text without marks stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zA-Z0-9 ,.!?]*$/), (text) => {
      const isList = /^ {0,3}\d+[.)] /.test(text);
      fc.pre(!isList);
      expect(shape(text)).toBe(text.trim() === '' ? '' : text);
    }),
  );
});

test.each([
  ['emphasis', '*a '.repeat(20_000)],
  ['marks', '*_~`['.repeat(12_000)],
  ['brackets', '[a]('.repeat(15_000)],
  ['quotes', '>'.repeat(60_000)],
  ['quoted lines', '> > > > > > > > a\n'.repeat(3_000)],
  ['ticks', Array.from({ length: 300 }, (_, index) => '`'.repeat(index)).join(' ')],
])('a hostile text of many %s is read in a bounded number of steps', (_name, text) => {
  expect(readMarkdown(text).length).toBeGreaterThan(0);
});

test('the plain text has no marks', () => {
  expect(plainText('**Hi** @amy\n> quoted\n- `one`\n- [two](https://example.org)')).toBe(
    'Hi @amy quoted one two',
  );
});
