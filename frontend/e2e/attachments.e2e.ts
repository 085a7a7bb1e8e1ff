import { createHash, randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useBrowser } from './support/browser.js';
import { FIRST, HOME, SECOND } from './support/environment.js';
import { lookAt } from './support/looks.js';
import { newName, Person } from './support/person.js';
import { paintedPicture } from './support/pictures.js';

const LARGE_BYTES = 30 * 1024 * 1024;
/** Slow enough that a person can press a button meanwhile. Bytes per second. */
const SLOW = 2 * 1024 * 1024;
const MARK = Buffer.from(`never to be seen by the server ${Date.now()}`);

describe('files over two instances', () => {
  const browser = useBrowser([
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
  ]);
  let amy: Person, ben: Person;

  beforeAll(async () => {
    [amy, ben] = await Promise.all([
      Person.joins(browser(), FIRST, newName('amy')),
      Person.joins(browser(), SECOND, newName('ben')),
    ]);
    await ben.opensChatWith(amy.name);
    await ben.says('Show me.');
    await amy.picksChatWith(ben.name);
    await amy.sees('Show me.');
  });

  afterAll(() => Promise.all([amy.leaves(), ben.leaves()]));

  const chooses = (
    person: Person,
    ...files: { name: string; mimeType: string; buffer: Buffer }[]
  ) => person.page.locator('form input[type=file]').setInputFiles(files);
  const strip = () => amy.page.getByRole('list', { name: 'Files to send' });
  const widthOf = (picture: Locator) =>
    picture.evaluate((image: HTMLImageElement) => image.naturalWidth);
  const picture = (person: Person, name: string) =>
    person.page.getByRole('button', { name: `Open ${name}` }).getByRole('img', { name });

  test('pictures are chosen, seen before they are sent, and shown large', async () => {
    const painted = await paintedPicture(amy);
    await chooses(
      amy,
      { name: 'lake.png', mimeType: 'image/png', buffer: painted },
      { name: 'hill.png', mimeType: 'image/png', buffer: painted },
      { name: 'shore.png', mimeType: 'image/png', buffer: painted },
    );
    await strip().getByRole('img', { name: 'shore.png' }).waitFor();
    await lookAt(amy.page, 'files-chosen');
    await amy.button('Do not send shore.png').click();
    await amy.composer().fill('At the lake');
    await amy.composer().press('Enter');
    await amy.seesDelivery('At the lake', 'read');

    await picture(ben, 'hill.png').waitFor();
    await expect.poll(() => widthOf(picture(ben, 'lake.png'))).toBe(1_200);
    await ben.page.getByRole('button', { name: 'Open lake.png' }).click();
    const viewer = ben.page.getByRole('dialog');
    await viewer.getByText('1 of 2').waitFor();
    await viewer.getByRole('img', { name: 'lake.png' }).waitFor();
    await lookAt(ben.page, 'viewer');
    await ben.button('Zoom in').click();
    await ben.page.keyboard.press('ArrowRight');
    await viewer.getByRole('img', { name: 'hill.png' }).waitFor();
    await viewer.getByText('2 of 2').waitFor();
    await ben.page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });

    await chooses(amy, { name: 'alone.png', mimeType: 'image/png', buffer: painted });
    await strip().getByRole('img', { name: 'alone.png' }).waitFor();
    await amy.button('Send').click();
    await picture(ben, 'alone.png').waitFor();
    await ben.chatInList(amy.name).getByText('Photo').waitFor();
  });

  test('what a camera wrote into a picture stays here, unless it is sent as it is', async () => {
    const secret = Buffer.from('51.4779 N 0.0015 W');
    const text = Buffer.concat([Buffer.from('tEXt'), Buffer.from('Where\0'), secret]);
    const painted = await paintedPicture(amy);
    // A chunk of text behind the header, whose sum browsers do not mind for what is not needed.
    const length = Buffer.alloc(4);
    length.writeUInt32BE(text.length - 4);
    const marked = Buffer.concat([
      painted.subarray(0, 33),
      length,
      text,
      Buffer.from(crcOf(text)),
      painted.subarray(33),
    ]);
    await chooses(amy, { name: 'marked.png', mimeType: 'image/png', buffer: marked });
    await strip().getByRole('img', { name: 'marked.png' }).waitFor();
    await amy.button('Send').click();
    await picture(ben, 'marked.png').waitFor();
    expect((await saved(ben, 'Save marked.png', 'Open marked.png')).includes(secret)).toBe(false);

    await chooses(amy, { name: 'kept.png', mimeType: 'image/png', buffer: marked });
    await strip().getByRole('button', { name: 'Send original' }).click();
    await amy.button('Send').click();
    expect(await saved(ben, 'Save kept.png')).toEqual(marked);
  });

  test('a voice message is recorded, and played', async () => {
    await amy.button('Record a voice message').click();
    await amy.page.getByRole('timer').getByText('0:02').waitFor();
    await lookAt(amy.page, 'recording');
    await amy.button('Send the voice message').click();
    const play = ben.page.getByRole('button', { name: /^Play: Voice message 0:/ });
    await play.click();
    const heard = () =>
      ben.page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime);
    await expect.poll(heard).toBeGreaterThan(0.3);
    await ben
      .chatInList(amy.name)
      .getByText(/Voice message 0:/)
      .waitFor();
    const position = ben.page.getByRole('slider', { name: /^Position in: Voice message/ });
    await position.focus();
    await ben.page.keyboard.press('ArrowLeft');
    await ben.page.getByRole('button', { name: 'Speed 1' }).click();
    await ben.page.getByRole('button', { name: 'Speed 1.5' }).waitFor();
  });

  test('a large file is paused, outlives a loss of the network, and comes whole', async () => {
    const large = Buffer.concat([MARK, randomBytes(LARGE_BYTES)]);
    const wire = await amy.context.newCDPSession(amy.page);
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: SLOW,
    });
    await chooses(amy, { name: 'large.bin', mimeType: 'application/zip', buffer: large });
    await strip().getByText('large.bin').waitFor();
    await amy.composer().fill('All of it');
    await amy.composer().press('Enter');
    const bar = amy.page.getByRole('progressbar', { name: 'Uploading' });
    const come = async () => Number(await bar.getAttribute('aria-valuenow'));
    await expect.poll(come).toBeGreaterThan(5);
    await amy.button('Pause').click();
    await amy.page.getByText('Paused').waitFor();
    await lookAt(amy.page, 'upload');
    await amy.says('And this goes past it.');
    await ben.sees('And this goes past it.');

    await amy.button('Go on').click();
    await expect.poll(come).toBeGreaterThan(20);
    amy.watch.excuse(/ERR_INTERNET_DISCONNECTED|WebSocket|Failed to load resource/);
    await amy.losesNetwork();
    await wire.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
    await amy.regainsNetwork();
    await amy.seesDelivery('All of it', 'read');

    const arrived = await saved(ben, 'Save large.bin');
    expect(digestOf(arrived)).toBe(digestOf(large));
    await lookAt(ben.page, 'files');
  });

  test('what the server keeps holds nothing of it', async () => {
    const folder = join(HOME, 'data', 'media');
    const names = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = names.filter((each) => each.isFile());
    expect(files.length).toBeGreaterThan(5);
    for (const file of files) {
      const bytes = await readFile(join(file.parentPath, file.name));
      expect(bytes.includes(MARK), file.name).toBe(false);
    }
  });

  /** Presses save, and gives what the browser wrote. */
  async function saved(person: Person, button: string, opens?: string): Promise<Buffer> {
    if (opens !== undefined) {
      await person.button(opens).click();
    }
    const [download] = await Promise.all([
      person.page.waitForEvent('download', { timeout: 60_000 }),
      person.button(button).click(),
    ]);
    if (opens !== undefined) {
      await person.page.keyboard.press('Escape');
    }
    return readFile(await download.path());
  }
});

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The sum of a chunk of a PNG (ISO 3309). */
function crcOf(bytes: Buffer): number[] {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
  }
  crc ^= 0xffffffff;
  return [24, 16, 8, 0].map((shift) => (crc >>> shift) & 0xff);
}
