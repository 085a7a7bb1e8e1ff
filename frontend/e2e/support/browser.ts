import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { CHROMIUM } from './environment.js';

/** Quiet flags: no sandbox because tests may run as root, and nothing that calls home. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * One browser for all tests of a file; each person in it has a profile of his own.
 *
 * @param more flags besides
 */
export function useBrowser(more: readonly string[] = []): () => Browser {
  let browser: Browser | undefined;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      headless: true,
      args: [...FLAGS, ...more],
    });
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) {
      throw new Error('the browser has not been started');
    }
    return browser;
  };
}
