import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cropOf, mostZoom, WHOLE, withinPicture } from './square-picture';

test('the middle of a picture is taken, as large as it goes', () => {
  expect(cropOf({ width: 1_200, height: 800 }, WHOLE)).toEqual({ x: 200, y: 0, side: 800 });
  expect(cropOf({ width: 300, height: 401 }, WHOLE)).toEqual({ x: 0, y: 50.5, side: 300 });
});

test('one comes closer to what one looks at', () => {
  const close = cropOf({ width: 1_200, height: 800 }, { x: 0.25, y: 0.5, zoom: 2 });
  expect(close).toEqual({ x: 100, y: 200, side: 400 });
  expect(mostZoom({ width: 120, height: 4_000 })).toBe(1.25);
});

test('what is taken lies in the picture, whatever is wished for', () => {
  const pixels = fc.integer({ min: 48, max: 20_000 });
  const part = fc.double({ min: -2, max: 3, noNaN: true });
  const zoom = fc.double({ min: 0, max: 100, noNaN: true });
  fc.assert(
    fc.property(pixels, pixels, part, part, zoom, (width, height, x, y, wish) => {
      const crop = cropOf({ width, height }, { x, y, zoom: wish });
      const almost = 1e-6 * Math.max(width, height);
      expect(crop.x).toBeGreaterThanOrEqual(-almost);
      expect(crop.y).toBeGreaterThanOrEqual(-almost);
      expect(crop.x + crop.side).toBeLessThanOrEqual(width + almost);
      expect(crop.y + crop.side).toBeLessThanOrEqual(height + almost);
      const view = withinPicture({ width, height }, { x, y, zoom: wish });
      expect(view.zoom).toBeGreaterThanOrEqual(1);
      expect(view.zoom).toBeLessThanOrEqual(8);
    }),
  );
});
