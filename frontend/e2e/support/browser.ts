import { chromium, type Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
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

/** So many characters of a page are told of. */
const SHOWN = 2_000;

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
  afterEach(async ({ task }) => {
    if (browser !== undefined && task.result?.state === 'fail') {
      await tellWhatIsSeen(browser);
    }
  });
  afterAll(() => browser?.close());
  return () => {
    if (browser === undefined) {
      throw new Error('the browser has not been started');
    }
    return browser;
  };
}

/** Whoever reads of a failed test was not there: what everybody had on the screen says more. */
async function tellWhatIsSeen(browser: Browser): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const words = await page.evaluate(() => document.body.innerText).catch(String);
    console.log(`${page.url()} shows:\n${words.replace(/\n+/g, '\n').slice(0, SHOWN)}\n`);
  }
}
