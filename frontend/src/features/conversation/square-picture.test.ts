import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropOf } from './square-picture';

test('the middle of a picture is taken, and made no larger than it is', () => {
  expect(cropOf(1_200, 800)).toEqual({ x: 200, y: 0, side: 800, size: 512 });
  expect(cropOf(300, 401)).toEqual({ x: 0, y: 50, side: 300, size: 300 });
});

test('what is taken lies in the picture, whatever its size', () => {
  const pixels = fc.integer({ min: 1, max: 20_000 });
  fc.assert(
    fc.property(pixels, pixels, (width, height) => {
      const { x, y, side, size } = cropOf(width, height);
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x + side).toBeLessThanOrEqual(width);
      expect(y + side).toBeLessThanOrEqual(height);
      expect(size).toBe(Math.min(side, 512));
    }),
  );
});
