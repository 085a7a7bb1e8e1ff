import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** For what a system test of the launcher starts, which tells it what to do. */
export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  test: {
    include: ['e2e/driven/*.driven.ts'],
    // One process: who ends it has ended all of it.
    pool: 'threads',
    testTimeout: 600_000,
  },
});
