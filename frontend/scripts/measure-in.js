import { createServer } from 'node:http';
import { extname } from 'node:path';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const POLICY =
  "default-src 'self'; script-src 'self'; worker-src 'self'; object-src 'none'; base-uri 'none'; require-trusted-types-for 'script'";

/**
 * Builds a page that puts a function `measure` into its global scope, opens it in Chromium under the
 * policy that the server sends with every page, and prints what that says of each size.
 */
export async function measureIn(input, sizes) {
  const { output } = await build({
    logLevel: 'error',
    build: { write: false, rollupOptions: { input } },
  });
  const files = new Map(
    output.map((file) => [`/${file.fileName}`, file.type === 'chunk' ? file.code : file.source]),
  );
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry);
  files.set(
    '/',
    `<!doctype html><title>.</title><script type="module" src="/${entry.fileName}"></script>`,
  );
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
    for (const size of sizes) {
      const figures = await page.evaluate((given) => globalThis.measure(given), size);
      const rounded = Object.entries(figures).map(([what, value]) => [what, +value.toFixed(1)]);
      console.log(JSON.stringify(Object.fromEntries(rounded)));
    }
  } finally {
    await browser.close();
    server.close();
  }
}
