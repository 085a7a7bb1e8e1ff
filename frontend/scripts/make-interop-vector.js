// Prints a group of two that the library of the web app has made, for the tests of the server, which
// follow it with another library:
//
//   node scripts/make-interop-vector.js > ../ejb-module/src/test/resources/chat/parley/keys/by-ts-mls.json
import { createServer } from 'vite';

const server = await createServer({
  appType: 'custom',
  logLevel: 'error',
  server: { middlewareMode: true, hmr: false, ws: false },
});
try {
  const { loadSuite } = await server.ssrLoadModule('/src/workers/crypto/suite.ts');
  const { makeInteropVector } = await server.ssrLoadModule(
    '/src/workers/crypto/testing/interop-vector.ts',
  );
  process.stdout.write(`${JSON.stringify(await makeInteropVector(await loadSuite()), null, 2)}\n`);
} finally {
  await server.close();
}
