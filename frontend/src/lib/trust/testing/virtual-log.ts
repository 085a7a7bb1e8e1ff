import { ApiProblem } from '@/lib/api/problem';
import type { KeyLogCheckpoint, KeyLogEntry } from '@/lib/api/types';
import { toBase64Url } from '@/lib/id/base64url';
import { leafOf, type Hash } from '../merkle';

const ORIGIN = 'parley-key-log/test';

async function sha256(...bytes: number[]): Promise<Hash> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.of(...bytes)));
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

/** The largest power of two below a size. */
function split(size: number): number {
  return 2 ** Math.floor(Math.log2(size - 1));
}

/** The recursions of RFC 9162, section 2.1, as they stand there. */
async function rootOf(leaves: readonly Hash[]): Promise<Hash> {
  const [only] = leaves;
  if (only === undefined || leaves.length === 1) {
    return only ?? sha256();
  }
  const k = split(leaves.length);
  return sha256(1, ...(await rootOf(leaves.slice(0, k))), ...(await rootOf(leaves.slice(k))));
}

export async function inclusionOf(place: number, leaves: readonly Hash[]): Promise<Hash[]> {
  if (leaves.length <= 1) {
    return [];
  }
  const k = split(leaves.length);
  return place < k
    ? [...(await inclusionOf(place, leaves.slice(0, k))), await rootOf(leaves.slice(k))]
    : [...(await inclusionOf(place - k, leaves.slice(k))), await rootOf(leaves.slice(0, k))];
}

export async function consistencyOf(
  from: number,
  leaves: readonly Hash[],
  isWhole = true,
): Promise<Hash[]> {
  if (from === leaves.length) {
    return isWhole ? [] : [await rootOf(leaves)];
  }
  const k = split(leaves.length);
  return from <= k
    ? [...(await consistencyOf(from, leaves.slice(0, k), isWhole)), await rootOf(leaves.slice(k))]
    : [
        ...(await consistencyOf(from - k, leaves.slice(k), false)),
        await rootOf(leaves.slice(0, k)),
      ];
}

export { rootOf };

/** A server with a log of keys, which may lie. */
export class VirtualLog {
  readonly entriesOf = new Map<string, KeyLogEntry[]>();
  leaves: Hash[] = [];
  private readonly signers: CryptoKeyPair[] = [];

  static async begin(): Promise<VirtualLog> {
    const log = new VirtualLog();
    await log.addKey();
    return log;
  }

  /** Another key signs, too. */
  async addKey(): Promise<void> {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    this.signers.push(pair);
  }

  /** A key of somebody else signs, alone. */
  async changeKey(): Promise<void> {
    this.signers.length = 0;
    await this.addKey();
  }

  async add(what: string, account: string, ...said: string[]): Promise<void> {
    const content = ['Parley key log 1', what, account, ...said].join('\n');
    const salt = crypto.getRandomValues(new Uint8Array(32));
    const entry = { place: this.leaves.length, salt: toBase64Url(salt), content };
    this.leaves.push(await leafOf(salt, content));
    this.entriesOf.set(account, [...(this.entriesOf.get(account) ?? []), entry]);
  }

  async checkpoint(): Promise<KeyLogCheckpoint> {
    const root = base64(await rootOf(this.leaves));
    const text = `${ORIGIN}\n${this.leaves.length}\n${root}\n`;
    let note = `${text}\n`;
    const keys: string[] = [];
    for (const { privateKey, publicKey } of this.signers) {
      const typed = [1, ...new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))];
      const named = [...new TextEncoder().encode(`${ORIGIN}\n`), ...typed];
      const id = (await sha256(...named)).slice(0, 4);
      const signature = await crypto.subtle.sign(
        'Ed25519',
        privateKey,
        new TextEncoder().encode(text),
      );
      note += `\u2014 ${ORIGIN} ${base64(Uint8Array.of(...id, ...new Uint8Array(signature)))}\n`;
      const hex = Array.from(id, (byte) => byte.toString(16).padStart(2, '0')).join('');
      keys.push(`${ORIGIN}+${hex}+${base64(Uint8Array.from(typed))}`);
    }
    return { note, keys };
  }

  async inclusion(place: number, size: number): Promise<string[]> {
    return (await inclusionOf(place, this.leaves.slice(0, size))).map(toBase64Url);
  }

  async consistency(from: number, to: number): Promise<string[]> {
    return (await consistencyOf(from, this.leaves.slice(0, to))).map(toBase64Url);
  }

  entries(account: string): Promise<KeyLogEntry[]> {
    const found = this.entriesOf.get(account);
    const problem = { type: 'urn:parley:problem:not-found', title: 'No.', status: 404 };
    return found === undefined ? Promise.reject(new ApiProblem(problem)) : Promise.resolve(found);
  }
}
