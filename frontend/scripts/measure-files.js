// What files cost in a browser: seals and opens one in the built files worker, under the policy that the
// server sends with every page; and, when PARLEY_URLS names running instances, sends it from one person to
// another.
//
//   PARLEY_CHROMIUM=/usr/bin/chromium [PARLEY_URLS=...] node scripts/measure-files.js [mebibytes]
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { chromium, request } from 'playwright-core';
import { build } from 'vite';

const POLICY =
  "default-src 'self'; script-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";
const PASSWORD = 'three wet otters rest';

const bytes = Number(process.argv[2] ?? 100) * 2 ** 20;
const urls = (process.env.PARLEY_URLS ?? '').split(',').filter((url) => url !== '');

const browser = await chromium.launch({
  executablePath: process.env.PARLEY_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await measureWorker();
  if (urls.length > 0) {
    await measureWay();
  }
} finally {
  await browser.close();
}

async function measureWorker() {
  const { output } = await build({
    logLevel: 'error',
    build: { write: false, rollupOptions: { input: 'src/workers/files/testing/measure.ts' } },
  });
  const files = new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  files.set(
    '/',
    `<!doctype html><title>.</title><script type="module" src="/${entry.fileName}"></script>`,
  );
  const server = createServer(({ url }, response) => {
    const file = files.get(url);
    response.writeHead(file === undefined ? 404 : 200, {
      'Content-Type': extname(url) === '.js' ? 'text/javascript' : 'text/html',
      'Content-Security-Policy': POLICY,
    });
    response.end(file);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => 'measure' in globalThis);
  const { sealed, opened } = await page.evaluate((size) => globalThis.measure(size), bytes);
  console.log(`worker: sealed ${sealed.toFixed(0)} MiB/s, opened ${opened.toFixed(0)} MiB/s`);
  server.close();
}

/** Comes with an account that was just made. */
async function joins(home, username) {
  const api = await request.newContext({ baseURL: home, failOnStatusCode: true });
  const registered = await api.post('/api/auth/register', {
    data: { username, password: PASSWORD },
  });
  const { accessToken, session, account } = await registered.json();
  const headers = { Authorization: `Bearer ${accessToken}` };
  await api.patch('/api/account/profile', { data: {}, headers });
  await api.put('/api/account/interests', { data: { interests: [] }, headers });
  const { cookies } = await api.storageState();
  const localStorage = [{ name: 'parley.device', value: session.deviceId }];
  const context = await browser.newContext({
    storageState: { cookies, origins: [{ origin: home, localStorage }] },
  });
  return { api, headers, account: account.id, page: await context.newPage(), home };
}

async function measureWay() {
  const [one, two] = [urls[0], urls[1] ?? urls[0]].map((url) => new URL(url.trim()).origin);
  const name = Date.now().toString(36);
  const [amy, ben] = [await joins(one, `amy-${name}`), await joins(two, `ben-${name}`)];
  const wish = { data: {}, headers: amy.headers };
  await amy.api.put(`/api/people/${ben.account}/request`, wish);
  const answer = { data: { answer: 'accept' }, headers: ben.headers };
  await ben.api.put(`/api/people/${amy.account}/request/answer`, answer);
  const opened = await amy.api.post('/api/conversations', {
    data: { member: ben.account, kind: 'sealed' },
    headers: amy.headers,
  });
  const { id } = await opened.json();
  const folder = await mkdtemp(join(tmpdir(), 'parley-files-'));
  try {
    const file = join(folder, 'large.bin');
    await writeFile(file, randomBytes(bytes));
    for (const { page, home } of [amy, ben]) {
      await page.goto(`${home}/chats/${id}`);
      await page.getByRole('textbox', { name: /^Message to/ }).waitFor();
    }
    await amy.page.locator('form input[type=file]').setInputFiles(file);
    const send = amy.page.getByRole('button', { name: 'Send', exact: true });
    await send.waitFor();
    const begun = performance.now();
    await send.click();
    const save = ben.page.getByRole('button', { name: 'Save large.bin' });
    await save.waitFor({ timeout: 600_000 });
    const arrived = performance.now();
    // Without the question where to put it, which no script can answer.
    await ben.page.evaluate(() => delete globalThis.showSaveFilePicker);
    const asked = performance.now();
    const [download] = await Promise.all([
      ben.page.waitForEvent('download', { timeout: 600_000 }),
      save.click(),
    ]);
    const saved = performance.now();
    const { size } = await stat(await download.path());
    const speed = (ms) =>
      `${(ms / 1_000).toFixed(1)} s, ${(size / 2 ** 20 / (ms / 1_000)).toFixed(0)} MiB/s`;
    console.log(`sent, until the other has the message: ${speed(arrived - begun)}`);
    console.log(`fetched and decrypted: ${speed(saved - asked)}`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
