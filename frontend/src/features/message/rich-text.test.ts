import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isFewEmoji, textParts } from './rich-text';

function links(text: string): string[] {
  return textParts(text).flatMap((part) => (part.type === 'link' ? [part.href] : []));
}

describe('links', () => {
  test.each([
    ['see https://example.org.', ['https://example.org/']],
    ['(https://example.org/a_(b))', ['https://example.org/a_(b)']],
    ['javascript:alert(1)', []],
    ['data:text/html,hello', []],
    [
      'http://a.example and https://b.example/?q=1&r=2!',
      ['http://a.example/', 'https://b.example/?q=1&r=2'],
    ],
    ['https://', []],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expected);
  });

  test('never lose or change a character of the text, and lead only to the web', () => {
    const piece = fc.constantFrom('https://', 'a.example', '/', ' ', '.', ')', '(', 'x', '\n', '"');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        expect(
          textParts(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
        links(text).forEach((href) => expect(href).toMatch(/^https?:\/\//));
      }),
    );
  });
});

test.each([
  ['🎉', true],
  ['👩🏽‍🚀 🇫🇷', true],
  ['🎉🎉🎉🎉🎉🎉', false],
  ['ok 🎉', false],
  ['5', false],
  ['', false],
])('%s is shown large: %s', (text, isLarge) => {
  expect(isFewEmoji(text)).toBe(isLarge);
});
