import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { uuidV7 } from './uuid-v7';

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('has version, variant and the time in front', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 ** 48 - 1 }),
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      (now, chance) => {
        const id = uuidV7({
          now: () => now,
          randomBytes: (bytes) => {
            bytes.set(chance);
            return bytes;
          },
        });
        expect(id).toMatch(shape);
        expect(parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(now);
      },
    ),
  );
});
