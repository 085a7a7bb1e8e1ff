import type { getSigned, putSigned, SignedRequest } from '@/lib/api/signed';
import type { Way } from '@/lib/api/types';
import { toBase64Url } from '@/lib/id/base64url';
import type { ReadCiphertext } from './download';
import type { UploadServer } from './upload';

/** What it takes to go past the server, to its store. */
export interface Store {
  /** Bytes of each part but the last; undefined where parts go through the server. */
  partBytes: () => Promise<number | undefined>;
  signPut: (
    conversation: string,
    id: string,
    part: number,
    sha256: string,
    signal: AbortSignal,
  ) => Promise<Way>;
  signGet: (conversation: string, id: string, part: number, signal: AbortSignal) => Promise<Way>;
  put: typeof putSigned;
  get: typeof getSigned;
}

export interface Through {
  put: UploadServer['put'];
  read: ReadCiphertext;
}

/**
 * Parts that go to the store and come from it by themselves where the server says so, and through the
 * server where that does not work: a network may let people reach the one and not the other.
 */
export class DirectParts implements Through {
  /** Files whose parts came through the server when the store did not take or give one. */
  private readonly barred = new Set<string>();

  constructor(
    private readonly store: Store,
    private readonly through: Through,
  ) {}

  put: Through['put'] = (conversation, id, part, bytes, how) =>
    this.either(
      id,
      how.signal,
      async () => {
        if ((await this.store.partBytes()) === undefined) {
          return undefined;
        }
        const sum = toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
        const way = signed(await this.store.signPut(conversation, id, part, sum, how.signal));
        if (way === undefined) {
          return undefined;
        }
        await this.store.put(way, new Blob([bytes]), how);
        return { value: undefined };
      },
      () => this.through.put(conversation, id, part, bytes, how),
    );

  read: Through['read'] = (conversation, id, range, signal) =>
    this.either(
      id,
      signal,
      async () => {
        const partBytes = await this.store.partBytes();
        const [from, to] = range;
        const part = Math.floor(from / (partBytes ?? 1));
        if (partBytes === undefined || Math.floor(to / partBytes) !== part) {
          return undefined;
        }
        const way = signed(await this.store.signGet(conversation, id, part + 1, signal));
        const before = part * partBytes;
        return way && { value: await this.store.get(way, [from - before, to - before], signal) };
      },
      () => this.through.read(conversation, id, range, signal),
    );

  private async either<T>(
    id: string,
    signal: AbortSignal,
    direct: () => Promise<{ value: T } | undefined>,
    through: () => Promise<T>,
  ): Promise<T> {
    let hasFailed = false;
    if (!this.barred.has(id)) {
      try {
        const answer = await direct();
        if (answer !== undefined) {
          return answer.value;
        }
      } catch {
        signal.throwIfAborted();
        hasFailed = true;
      }
    }
    const value = await through();
    if (hasFailed) {
      // Had the network been away, this would not have come through either.
      this.barred.add(id);
    }
    return value;
  }
}

function signed({ url, headers }: Way): SignedRequest | undefined {
  return url === undefined ? undefined : { url, headers };
}
