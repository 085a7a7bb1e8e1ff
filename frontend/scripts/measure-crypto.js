// What end-to-end encryption costs in a browser: starts the built crypto worker twice in Chromium, under
// the policy that the server sends with every page, and lets the two talk without a server.
//
//   PARLEY_CHROMIUM=/usr/bin/chromium node scripts/measure-crypto.js [devices in the group...]
import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const sizes = process.argv.slice(2).map(Number);

const { output } = await build({
  logLevel: 'error',
  build: { write: false, rollupOptions: { input: 'src/workers/crypto/testing/measure.ts' } },
});
const files = new Map(
  output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
);
const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
files.set(
  '/',
  `<!doctype html><title>.</title><script type="module" src="/${entry.fileName}"></script>`,
);

const POLICY =
  "default-src 'self'; script-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

const server = createServer((request, response) => {
  const file = files.get(request.url);
  const type = extname(request.url) === '.js' ? 'text/javascript' : 'text/html';
  response.writeHead(file === undefined ? 404 : 200, {
    'Content-Type': type,
    'Content-Security-Policy': POLICY,
  });
  response.end(file);
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({
  executablePath: process.env.PARLEY_CHROMIUM,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.waitForFunction(() => 'measure' in globalThis);
  for (const size of sizes.length === 0 ? [2, 50, 500] : sizes) {
    const figures = await page.evaluate((devices) => globalThis.measure(devices), size);
    const rounded = Object.entries(figures).map(([what, value]) => [what, +value.toFixed(1)]);
    console.log(JSON.stringify(Object.fromEntries(rounded)));
  }
} finally {
  await browser.close();
  server.close();
}
