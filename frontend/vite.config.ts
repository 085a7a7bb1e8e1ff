import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { bundleSums } from './scripts/bundle-sums';

const server = process.env.PARLEY_URL ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [react(), tailwindcss(), bundleSums()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('./src', import.meta.url)),
      // A library asks Node for its cryptography where there is none in the browser: never here.
      crypto: fileURLToPath(new URL('./src/workers/crypto/no-node-crypto.ts', import.meta.url)),
    },
  },
  build: {
    target: 'es2024',
    // The strict Content-Security-Policy allows no data: fonts or scripts; every asset is a file.
    assetsInlineLimit: 0,
    reportCompressedSize: false,
  },
  // Workers are modules, as the app is, and may load parts of themselves later.
  worker: { format: 'es' },
  server: {
    // `npm run dev` serves the app and hands the API of a running Parley through.
    proxy: { '/api': { target: server, ws: true } },
  },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    reporters: ['default', ['junit', { outputFile: 'target/junit.xml' }]],
    // Keys are derived slowly on purpose, and the processors are shared.
    testTimeout: 30_000,
  },
});
