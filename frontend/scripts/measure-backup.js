// What the backup costs in a browser: seals so many messages of 200 characters and opens them again, in
// pages as the server gives them, in the built worker of the account.
//
//   PARLEY_CHROMIUM=/usr/bin/chromium node scripts/measure-backup.js [messages...]
import { measureIn } from './measure-in.js';

const sizes = process.argv.slice(2).map(Number);

await measureIn(
  'src/workers/crypto/testing/measure-backup.ts',
  sizes.length === 0 ? [50_000] : sizes,
);
