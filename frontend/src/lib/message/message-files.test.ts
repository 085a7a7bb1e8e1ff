import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBody, writeBody } from './message-body';
import { kindOf, readFiles, safeName, type MessageFile } from './message-files';

const FILE: MessageFile = {
  id: '0190a1b2-0000-7000-8000-00000000000f',
  key: 'A'.repeat(43),
  name: 'photo.jpg',
  mediaType: 'image/jpeg',
  size: 1_000,
  digest: 'B'.repeat(42) + 'A',
  width: 40,
  height: 30,
  preview: 'AAAA',
};

describe('the files of a message', () => {
  test('are read as they were written, and have a type of their own on the wire', () => {
    const ids = { now: () => 0, randomBytes: (bytes: Uint8Array<ArrayBuffer>) => bytes };
    const content = { type: 'text', text: '', files: [FILE], replyTo: 2 } as const;
    const body = writeBody(content, ids);
    expect(JSON.parse(body)).toMatchObject({ type: 'files' });
    expect(readBody(body, 3)).toEqual(content);
  });

  test('that are not what they may be make a message that is not shown', () => {
    const wrong: unknown[] = [
      undefined,
      [],
      [null],
      Array.from({ length: 11 }, () => FILE),
      [FILE, FILE],
      [{ ...FILE, id: '../../etc' }],
      [{ ...FILE, key: 'short' }],
      [{ ...FILE, size: -1 }],
      [{ ...FILE, size: 1.5 }],
      [{ ...FILE, size: 2 ** 41 }],
      [{ ...FILE, name: 7 }],
    ];
    for (const files of wrong) {
      expect(readFiles(files)).toBeUndefined();
      expect(readBody(JSON.stringify({ type: 'files', text: '', files }))).toEqual({
        type: 'unsupported',
      });
    }
  });

  test('lose what is not as it may be and is not needed', () => {
    const strange = {
      ...FILE,
      mediaType: 'text/html; charset=x',
      width: 1e9,
      duration: 'long',
      waveform: 'A'.repeat(1_000),
      preview: '<svg>',
      digest: 'x',
      more: {},
    };
    const { id, key, name, size } = FILE;
    expect(readFiles([strange])).toEqual([
      { id, key, name, size, mediaType: 'application/octet-stream' },
    ]);
  });

  test('are shown only when a browser may decode them', () => {
    const kind = (mediaType: string, more: Partial<MessageFile> = { width: 1, height: 1 }) =>
      kindOf({ mediaType, ...more });
    expect(kind('image/jpeg')).toBe('picture');
    expect(kind('image/jpeg', {})).toBe('file');
    expect(kind('video/mp4')).toBe('video');
    expect(kind('audio/webm', { waveform: 'AA' })).toBe('voice');
    expect(kind('audio/mpeg', {})).toBe('audio');
    for (const type of ['image/svg+xml', 'text/html', 'application/pdf', 'constructor', '']) {
      expect(kind(type)).toBe('file');
    }
  });

  test('have names that hide nothing and lead nowhere', () => {
    expect(safeName('report\u202efdp.exe')).toBe('report fdp.exe');
    expect(safeName('../../etc/passwd')).toBe('etc passwd');
    expect(safeName('C:\\temp\\a.txt')).toBe('C temp a.txt');
    expect(safeName('  .hidden. ')).toBe('hidden');
    expect(safeName('\u0000\u200b')).toBe('file');
    expect(safeName('x'.repeat(500) + '.tar.gz')).toMatch(/^x+….gz$/);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const safe = safeName(name);
        expect(Array.from(safe).length).toBeLessThanOrEqual(120);
        expect(safe).not.toMatch(/[\p{Cc}\p{Cf}/\\]/u);
        expect(safe).not.toBe('');
      }),
    );
  });
});
