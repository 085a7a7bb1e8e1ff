// Compares the web app that a server hands out with the one that was built here, file by file:
//
//   npm run build && node scripts/verify-bundle.js https://chat.example.org
//
// Ends with 1, and says which, when a file is another one or is missing.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';

const [server] = process.argv.slice(2);
if (server === undefined) {
  console.error('Usage: node scripts/verify-bundle.js URL');
  process.exit(2);
}

const sums = await readFile(new URL('../dist/SHA256SUMS', import.meta.url), 'utf8');
const files = sums
  .trimEnd()
  .split('\n')
  .map((line) => line.split('  '));
let differ = 0;
for (const [sum, path] of files) {
  const answer = await fetch(new URL(path, new URL('/', server)));
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (!answer.ok || createHash('sha256').update(bytes).digest('hex') !== sum) {
    differ += 1;
    console.error(`${path}: ${answer.ok ? 'is another file' : `answered with ${answer.status}`}`);
  }
}
console.log(`${files.length - differ} of ${files.length} files are those that were built here.`);
process.exitCode = differ === 0 ? 0 : 1;
