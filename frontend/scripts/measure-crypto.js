// What end-to-end encryption costs in a browser: starts the built crypto worker twice in Chromium, under
// the policy that the server sends with every page, and lets the two talk without a server.
//
//   PARLEY_CHROMIUM=/usr/bin/chromium node scripts/measure-crypto.js [devices in the group...]
import { measureIn } from './measure-in.js';

const sizes = process.argv.slice(2).map(Number);

await measureIn('src/workers/crypto/testing/measure.ts', sizes.length === 0 ? [2, 50, 500] : sizes);
