import { lazyFilesWorker } from '../files-client';
import { chunkCount } from '../format';

const SPAN = 8;

/** Seals a file in the worker and opens it again; mebibytes in a second. */
async function measure(bytes: number): Promise<{ sealed: number; opened: number }> {
  const worker = lazyFilesWorker();
  const key = crypto.getRandomValues(new Uint8Array(32));
  const file = new Blob([new Uint8Array(bytes)]);
  const spans: ArrayBuffer[] = [];
  const count = chunkCount(bytes);
  const begun = performance.now();
  for (let first = 0; first < count; first += SPAN) {
    spans.push((await worker.seal(key, file, first, SPAN)).bytes.buffer);
  }
  const sealed = performance.now();
  for (const [index, span] of spans.entries()) {
    await worker.open(key, bytes, index * SPAN, span);
  }
  const opened = performance.now();
  worker.end();
  const speed = (ms: number) => bytes / 2 ** 20 / (ms / 1_000);
  return { sealed: speed(sealed - begun), opened: speed(opened - sealed) };
}

Object.assign(globalThis, { measure });
