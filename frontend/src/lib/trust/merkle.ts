/** The hashes of a log (RFC 9162, section 2.1), as far as proofs are checked. */

export type Hash = Uint8Array<ArrayBuffer>;

async function sha256(...parts: Uint8Array[]): Promise<Hash> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
}

function node(left: Hash, right: Hash): Promise<Hash> {
  return sha256(Uint8Array.of(1), left, right);
}

/** The leaf of an entry: it commits to salt and content. */
export async function leafOf(salt: Uint8Array, content: string): Promise<Hash> {
  const said = await sha256(salt, new TextEncoder().encode(content));
  return sha256(Uint8Array.of(0), said);
}

export function sameHash(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** Halves a place, and those of parents that are left children on the way. */
class Path {
  constructor(
    private place: number,
    private last: number,
  ) {}

  get isAtRoot(): boolean {
    return this.last === 0;
  }

  get isRight(): boolean {
    return this.place % 2 === 1 || this.place === this.last;
  }

  up(): void {
    this.place = Math.floor(this.place / 2);
    this.last = Math.floor(this.last / 2);
  }

  /** Over the nodes that have no sibling. */
  upWhileAlone(): void {
    while (this.place % 2 === 0 && this.place !== 0) {
      this.up();
    }
  }

  upWhileRight(): void {
    while (this.place % 2 === 1) {
      this.up();
    }
  }
}

/** Whether a leaf stands at a place of the tree with this root (section 2.1.3.2). */
export async function isIncluded(
  leaf: Hash,
  place: number,
  size: number,
  proof: readonly Hash[],
  root: Hash,
): Promise<boolean> {
  if (!Number.isSafeInteger(place) || place < 0 || place >= size) {
    return false;
  }
  const path = new Path(place, size - 1);
  let hash = leaf;
  for (const each of proof) {
    if (path.isAtRoot) {
      return false;
    }
    if (path.isRight) {
      hash = await node(each, hash);
      path.upWhileAlone();
    } else {
      hash = await node(hash, each);
    }
    path.up();
  }
  return path.isAtRoot && sameHash(hash, root);
}

/** Whether the first tree is the beginning of the second one (section 2.1.4.2). */
export async function isConsistent(
  from: number,
  first: Hash,
  to: number,
  second: Hash,
  proof: readonly Hash[],
): Promise<boolean> {
  if (from === to) {
    return sameHash(first, second);
  }
  if (from < 1 || from > to) {
    return false;
  }
  const isPower = Number.isInteger(Math.log2(from));
  const [start, ...rest] = isPower ? [first, ...proof] : proof;
  if (start === undefined) {
    return false;
  }
  const path = new Path(from - 1, to - 1);
  path.upWhileRight();
  let old = start;
  let now = start;
  for (const each of rest) {
    if (path.isAtRoot) {
      return false;
    }
    if (path.isRight) {
      old = await node(each, old);
      now = await node(each, now);
      path.upWhileAlone();
    } else {
      now = await node(now, each);
    }
    path.up();
  }
  return path.isAtRoot && sameHash(old, first) && sameHash(now, second);
}
