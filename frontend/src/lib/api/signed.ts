import { ServerUnreachable } from './problem';

/** A request that the server has signed for its store of files: it needs no access token. */
export interface SignedRequest {
  /** A secret: it is good for whoever has it. */
  url: string;
  headers?: Readonly<Record<string, string>>;
}

/**
 * Puts bytes into the store, and tells how much has gone, from 0 to 1. `fetch` cannot tell that.
 *
 * @throws ServerUnreachable when the store does not take them, for whatever reason
 */
export function putSigned(
  { url, headers = {} }: SignedRequest,
  body: Blob,
  how: { signal: AbortSignal; onProgress: (done: number) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const exchange = new XMLHttpRequest();
    exchange.open('PUT', url);
    Object.entries(headers).forEach(([name, value]) => exchange.setRequestHeader(name, value));
    exchange.upload.onprogress = ({ loaded, total }) =>
      how.onProgress(total > 0 ? loaded / total : 0);
    exchange.onerror = () => reject(new ServerUnreachable('The store did not answer.'));
    exchange.onabort = () => reject(new DOMException('The person gave up.', 'AbortError'));
    exchange.onload = () =>
      exchange.status >= 200 && exchange.status < 300
        ? resolve()
        : reject(new ServerUnreachable(`The store answered ${exchange.status}.`));
    how.signal.addEventListener('abort', () => exchange.abort());
    exchange.send(body);
  });
}

/**
 * A span of bytes from the store, the last one included.
 *
 * @throws ServerUnreachable when the store does not give just these, for whatever reason
 */
export async function getSigned(
  { url, headers = {} }: SignedRequest,
  [from, to]: readonly [from: number, to: number],
  signal: AbortSignal,
): Promise<Blob> {
  try {
    const response = await fetch(url, {
      headers: { ...headers, Range: `bytes=${from}-${to}` },
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      signal,
    });
    const span = await response.blob();
    if (response.status === 206 && span.size === to - from + 1) {
      return span;
    }
  } catch (cause) {
    signal.throwIfAborted();
    throw new ServerUnreachable('The store did not answer.', { cause });
  }
  throw new ServerUnreachable('The store answered something else.');
}
