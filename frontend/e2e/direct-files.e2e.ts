import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Bucket } from './support/bucket.js';
import { useBrowser } from './support/browser.js';
import { HOME } from './support/environment.js';
import { useOwnParley } from './support/own-parley.js';
import { newName, Person } from './support/person.js';

const LARGE_BYTES = 20 * 1024 * 1024;

describe('files where browsers reach the bucket', () => {
  let bucket: Bucket;
  beforeAll(async () => {
    bucket = await Bucket.open(`${HOME}-bucket`);
  });
  afterAll(() => bucket.close());
  const browser = useBrowser();
  const parley = useOwnParley('direct-files', () => bucket.settings);
  let amy: Person, ben: Person;

  beforeAll(async () => {
    const { url } = parley();
    amy = await Person.joins(browser(), url, newName('amy'));
    ben = await Person.joins(browser(), url, newName('ben'));
    await ben.opensChatWith(amy.name);
    await ben.says('Show me.');
    await amy.picksChatWith(ben.name);
    await amy.sees('Show me.');
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves()]));

  test('they go there and come from there, and not through the server', async () => {
    const large = randomBytes(LARGE_BYTES);
    const sent = requestsOf(amy.page);
    const fetched = requestsOf(ben.page);
    await sends('large.bin', large, 'All of it');
    expect((await saved('large.bin')).equals(large)).toBe(true);

    // Parts of 8 MiB, of something larger than the file by what hides its size.
    const objects = await bucket.objects();
    expect(objects.length).toBe(3);
    const inBucket = (method: string) => (request: string) =>
      request.startsWith(`${method} ${bucket.url}/files/`);
    expect(sent.filter(inBucket('PUT')).length).toBe(3);
    expect(sent.filter((request) => /^PUT .*\/parts\/\d+$/.test(request))).toEqual([]);
    expect(fetched.filter(inBucket('GET')).length).toBeGreaterThanOrEqual(5);
    expect(fetched.filter((request) => /^GET .*\/attachments\/[0-9a-f-]+$/.test(request))).toEqual(
      [],
    );
  });

  test('they go through the server where a network does not let people reach the bucket', async () => {
    for (const { page, watch } of [amy, ben]) {
      watch.excuse(/ERR_FAILED/);
      await page.route(`${bucket.url}/**`, (route) => route.abort());
    }
    const small = randomBytes(1_000);
    const sent = requestsOf(amy.page);
    await sends('small.bin', small, 'A little');
    expect((await saved('small.bin')).equals(small)).toBe(true);
    expect(sent.filter((request) => /^PUT .*\/parts\/1$/.test(request)).length).toBe(1);
    expect((await bucket.objects()).length).toBe(4);
  });

  async function sends(name: string, buffer: Buffer, text: string): Promise<void> {
    await amy.page
      .locator('form input[type=file]')
      .setInputFiles([{ name, mimeType: 'application/zip', buffer }]);
    await amy.page.getByRole('list', { name: 'Files to send' }).getByText(name).waitFor();
    await amy.composer().fill(text);
    await amy.composer().press('Enter');
    await amy.seesDelivery(text, 'read');
  }

  /** What the browser of the other one wrote. */
  async function saved(name: string): Promise<Buffer> {
    const [download] = await Promise.all([
      ben.page.waitForEvent('download', { timeout: 60_000 }),
      ben.button(`Save ${name}`).click(),
    ]);
    return readFile(await download.path());
  }
});

/** The requests of a page from now on, by method and address without what is asked. */
function requestsOf(page: Page): string[] {
  const requests: string[] = [];
  page.on('request', (request) => {
    requests.push(`${request.method()} ${request.url().split('?')[0]}`);
  });
  return requests;
}
