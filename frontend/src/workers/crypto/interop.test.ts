import { expect, test } from 'vitest';
import { loadSuite } from './suite';
import byBouncyCastle from './testing/by-bouncy-castle.json';
import {
  followInteropVector,
  makeInteropVector,
  type InteropVector,
} from './testing/interop-vector';

// The server's tests follow what scripts/make-interop-vector.js has this library make.

function said({ epochs }: InteropVector): unknown {
  return epochs.map(({ authenticator, text }) => ({ authenticator, text }));
}

test('a group that Bouncy Castle has made is followed', async () => {
  const suite = await loadSuite();
  expect(byBouncyCastle.epochs).toHaveLength(2);
  expect(await followInteropVector(suite, byBouncyCastle)).toEqual(said(byBouncyCastle));
});

test('and so is one that was made here', async () => {
  const suite = await loadSuite();
  const vector = await makeInteropVector(suite);
  expect(await followInteropVector(suite, vector)).toEqual(said(vector));
});
