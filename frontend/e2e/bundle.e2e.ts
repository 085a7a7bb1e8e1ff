import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FIRST } from './support/environment.js';

const SCRIPT = fileURLToPath(new URL('../scripts/verify-bundle.js', import.meta.url));

function verify(server: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [SCRIPT, server], (error, out, complaints) => {
      resolve({ code: Number(error?.code ?? 0), said: `${complaints}${out}` });
    });
  });
}

test('what an instance hands out is what was built from the sources', async () => {
  const { code, said } = await verify(FIRST);
  expect(said).toMatch(/^(\d+) of \1 files are those that were built here\.\n$/);
  expect(code).toBe(0);
});

test('a server that changes a file is found out', async () => {
  const liar = createServer((request, response) => {
    void fetch(new URL(request.url ?? '/', FIRST))
      .then((answer) => answer.arrayBuffer())
      .then((bytes) => response.end(Buffer.from(bytes)))
      .then(() => undefined);
    if (request.url === '/theme.js') {
      response.write('/* one more line */');
    }
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => liar.once('listening', resolve));
  try {
    const { port } = liar.address() as AddressInfo;
    const { code, said } = await verify(`http://127.0.0.1:${port}`);
    expect(said).toContain('theme.js: is another file\n');
    expect(said.match(/another file/g)).toHaveLength(1);
    expect(code).toBe(1);
  } finally {
    liar.close();
  }
});
