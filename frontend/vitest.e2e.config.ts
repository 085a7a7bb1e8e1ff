import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['e2e/**/*.e2e.ts'],
    // One pair of servers is shared; each file has a browser of its own, and mostly waits for it.
    maxWorkers: 2,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // As patient as what the browser itself is asked to wait for.
    expect: { poll: { timeout: 30_000, interval: 100 } },
  },
});
