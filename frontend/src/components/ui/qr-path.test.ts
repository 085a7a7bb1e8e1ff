import fc from 'fast-check';
import decodeQr from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { qrPath } from './qr-path';

/** Paints a path as a camera would see it, some pixels to each unit. */
function seen(text: string) {
  const scale = 4;
  const { size, path } = qrPath(text);
  const side = size * scale;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy++) {
      const first = ((Number(y) * scale + dy) * side + Number(x) * scale) * 4;
      for (let dx = 0; dx < scale; dx++) {
        data.fill(0, first + dx * 4, first + dx * 4 + 3);
      }
    }
  }
  return { width: side, height: side, data };
}

describe('the path of a QR code', () => {
  test('is read as the text it was made of', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^wc:[0-9a-f]{1,64}@2\?[a-zA-Z0-9=&-]{0,200}$/), (text) => {
        expect(decodeQr(seen(text))).toBe(text);
      }),
      { numRuns: 20 },
    );
  });
});
