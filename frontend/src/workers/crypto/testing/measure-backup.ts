import { startAccountWorker, type SealedEntry } from '../account-client';
import { CONVERSATION, uuid } from './virtual-group';

// The page of scripts/measure-backup.js: the real worker in a real browser, and a server that only
// hands out pages.

const ACCOUNT = uuid(0xa, 1);

const TEXT = 'x'.repeat(200);

/** As many as a page of the server holds. */
const PAGE = 500;

async function measure(entries: number): Promise<Record<string, number>> {
  const keys = startAccountWorker();
  const key = await keys.propose(ACCOUNT);
  await keys.holds(ACCOUNT, key);
  const begun = performance.now();
  const pages: SealedEntry[][] = [];
  let bytes = 0;
  for (let from = 0; from < entries; from += PAGE) {
    const texts = Array.from({ length: Math.min(PAGE, entries - from) }, (_, index) => ({
      seq: from + index + 1,
      text: TEXT,
    }));
    const sealed = await keys.sealBackup(ACCOUNT, key, CONVERSATION, texts);
    bytes += sealed.reduce((sum, entry) => sum + entry.sealed.length, 0);
    pages.push(sealed);
  }
  const sealedAt = performance.now();
  const answers = pages.map((page) => JSON.stringify({ entries: page, more: true }));
  const restoredFrom = performance.now();
  let restored = 0;
  for (const answer of answers) {
    const page = JSON.parse(answer) as { entries: SealedEntry[] };
    restored += (await keys.openBackup(ACCOUNT, key, CONVERSATION, page.entries)).length;
  }
  const done = performance.now();
  keys.end();
  return {
    entries: restored,
    sealSeconds: (sealedAt - begun) / 1000,
    openSeconds: (done - restoredFrom) / 1000,
    megabytes: bytes / 1e6,
  };
}

Object.assign(globalThis, { measure });
