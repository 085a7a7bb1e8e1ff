// What the search costs in a browser: stores so many messages of a dozen words in 100 conversations, works
// them into the index, and looks for words, parts of words, and what is not there.
//
//   PARLEY_CHROMIUM=/usr/bin/chromium node scripts/measure-search.js [messages...]
import { measureIn } from './measure-in.js';

const sizes = process.argv.slice(2).map(Number);

await measureIn('src/lib/search/testing/measure.ts', sizes.length === 0 ? [50_000] : sizes);
