import { ApiProblem } from '@/lib/api/problem';
import type { KeyLogEntry } from '@/lib/api/types';
import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import type { AccountClient } from '@/workers/crypto/account-client';
import { readCheckpoint, type Checkpoint } from './checkpoint';
import { isConsistent, isIncluded, leafOf, sameHash, type Hash } from './merkle';
import type { TrustServer } from './trust-server';

/** What the log of keys tells that a person has to know. */
export type LogWarning =
  /** It contradicts what it was: there is no going on from that. */
  | { why: 'fork'; id: string }
  /** A device was added to the own account. */
  | { why: 'device'; id: string; device: string; at: number }
  /** The own account has got another key. */
  | { why: 'account-key'; id: string; at: number }
  /** The key that this browser believes of somebody does not stand in the log. */
  | { why: 'unlogged'; id: string; person: string };

/** What is remembered of the log; the vault keeps it sealed. */
interface Memory {
  origin: string;
  keys: string[];
  size: number;
  root: string;
  /** Leaves about the own account that were looked at, in base64url. */
  seen: string[];
  /** By person: the key that was found in the log. */
  proven: Record<string, string>;
  warnings: LogWarning[];
}

/** So many people are looked for in the log at a time. */
const PEOPLE_AT_ONCE = 25;

const NOTE = 'key-log';

class Contradiction extends Error {}

export interface KeyLogOptions {
  account: string;
  keys: Pick<AccountClient, 'readNote' | 'keepNote' | 'everyBelieved'>;
  server: Pick<TrustServer, 'checkpoint' | 'inclusion' | 'consistency' | 'entries'>;
}

/**
 * Checks the log of keys: that it only ever grows, that the keys which this browser believes stand in
 * it, and what it says of the own account. A contradiction is remembered for good.
 */
export class KeyLogWatch {
  constructor(private readonly options: KeyLogOptions) {}

  /** What was found until now and nobody has said that he knows of it. */
  async warnings(): Promise<LogWarning[]> {
    return (await this.remembered())?.warnings ?? [];
  }

  /** The person knows of it. A contradiction stays. */
  async dismiss(id: string): Promise<void> {
    const memory = await this.remembered();
    if (memory !== undefined) {
      const warnings = memory.warnings.filter((each) => each.id !== id || each.why === 'fork');
      await this.keep({ ...memory, warnings });
    }
  }

  /**
   * Looks at the log as it is now.
   *
   * @param device this one
   * @param ownKey that of the account, when its root is here
   */
  async check(device: string, ownKey: string | undefined): Promise<LogWarning[]> {
    const before = await this.remembered();
    let memory = before;
    try {
      memory = await this.follow(before);
      if (memory === undefined) {
        return [];
      }
      memory = await this.lookAtSelf(memory, before === undefined, device, ownKey);
      memory = await this.lookAtPeople(memory);
    } catch (error) {
      if (!(error instanceof Contradiction)) {
        throw error;
      }
      const known = memory ?? EMPTY;
      const isTold = known.warnings.some(({ why }) => why === 'fork');
      const fork: LogWarning = { why: 'fork', id: 'fork' };
      memory = { ...known, warnings: isTold ? known.warnings : [fork, ...known.warnings] };
    }
    await this.keep(memory);
    return memory.warnings;
  }

  /** Goes on to the newest checkpoint; undefined while the log is empty. */
  private async follow(before: Memory | undefined): Promise<Memory | undefined> {
    const { server } = this.options;
    const { note, keys } = await server.checkpoint();
    const known = before === undefined || before.origin === '' ? undefined : before;
    const checkpoint = await readCheckpoint(note, [...new Set([...(known?.keys ?? []), ...keys])]);
    if (checkpoint === undefined) {
      throw new Contradiction();
    }
    const { origin, size, root, signedBy } = checkpoint;
    if (known === undefined) {
      if (signedBy.length < keys.length || signedBy.length === 0) {
        throw new Contradiction();
      }
      if (size === 0) {
        return undefined;
      }
      const first = { ...EMPTY, origin, keys: signedBy, size, root: toBase64Url(root) };
      return { ...first, warnings: before?.warnings ?? [] };
    }
    // A new key is believed when one that was believed before has signed the same.
    const isSigned = known.keys.some((key) => signedBy.includes(key));
    if (!isSigned || origin !== known.origin || size < known.size) {
      throw new Contradiction();
    }
    await this.requireGrown(known, checkpoint);
    return { ...known, keys: signedBy, size, root: toBase64Url(root) };
  }

  private async requireGrown(known: Memory, { size, root }: Checkpoint): Promise<void> {
    const first = fromBase64Url(known.root);
    const isSame =
      size === known.size
        ? sameHash(first, root)
        : await isConsistent(
            known.size,
            first,
            size,
            root,
            hashes(await this.options.server.consistency(known.size, size)),
          );
    if (!isSame) {
      throw new Contradiction();
    }
  }

  private async lookAtSelf(
    memory: Memory,
    isFirst: boolean,
    device: string,
    ownKey: string | undefined,
  ): Promise<Memory> {
    const { account, server } = this.options;
    const seen = new Set(memory.seen);
    const warnings = [...memory.warnings];
    for (const entry of await server.entries(account)) {
      const leaf = await this.provenLeaf(memory, entry);
      if (leaf === undefined || seen.has(leaf)) {
        continue;
      }
      seen.add(leaf);
      const [label, what, about, first = '', second = '', , fourth = ''] =
        entry.content.split('\n');
      if (label !== LABEL || about !== account) {
        throw new Contradiction();
      }
      if (isFirst) {
        continue;
      }
      if (what === 'device' && first !== device) {
        warnings.push({ why: 'device', id: leaf, device: first, at: Number(fourth) });
      } else if (what === 'account-key' && first !== ownKey) {
        warnings.push({ why: 'account-key', id: leaf, at: Number(second) });
      }
    }
    return { ...memory, seen: [...seen], warnings };
  }

  private async lookAtPeople(memory: Memory): Promise<Memory> {
    const { account, keys } = this.options;
    const proven = { ...memory.proven };
    let warnings = memory.warnings;
    const believed = await keys.everyBelieved(account);
    const due = believed.filter(({ person, key }) => person !== account && proven[person] !== key);
    for (const { person, key } of due.slice(0, PEOPLE_AT_ONCE)) {
      const isLogged = await this.isLogged(memory, person, key);
      const id = `unlogged ${person} ${key}`;
      if (isLogged === true) {
        proven[person] = key;
        warnings = warnings.filter((each) => each.id !== id);
      } else if (isLogged === false && !warnings.some((each) => each.id === id)) {
        warnings = [...warnings, { why: 'unlogged', id, person }];
      }
    }
    return { ...memory, proven, warnings };
  }

  /** Whether the key of somebody stands in the log; undefined when that cannot be said now. */
  private async isLogged(
    memory: Memory,
    person: string,
    key: string,
  ): Promise<boolean | undefined> {
    let entries: KeyLogEntry[];
    try {
      entries = await this.options.server.entries(person);
    } catch (error) {
      if (error instanceof ApiProblem && error.status === 404) {
        return undefined;
      }
      throw error;
    }
    const start = [LABEL, 'account-key', person, key, ''].join('\n');
    const found = entries.filter(({ content }) => content.startsWith(start));
    for (const entry of found) {
      if ((await this.provenLeaf(memory, entry)) !== undefined) {
        return true;
      }
    }
    return found.length === 0 ? false : undefined;
  }

  /** The leaf of an entry, which stands where it is said to; undefined while it has no place. */
  private async provenLeaf(memory: Memory, entry: KeyLogEntry): Promise<string | undefined> {
    const { place, salt, content } = entry;
    if (place === undefined || place >= memory.size) {
      return undefined;
    }
    const leaf = await leafOf(fromBase64Url(salt), content);
    const text = toBase64Url(leaf);
    if (memory.seen.includes(text)) {
      return text;
    }
    const proof = hashes(await this.options.server.inclusion(place, memory.size));
    if (!(await isIncluded(leaf, place, memory.size, proof, fromBase64Url(memory.root)))) {
      throw new Contradiction();
    }
    return text;
  }

  private async remembered(): Promise<Memory | undefined> {
    const text = await this.options.keys.readNote(this.options.account, NOTE);
    return text === undefined ? undefined : (JSON.parse(text) as Memory);
  }

  private keep(memory: Memory): Promise<void> {
    return this.options.keys.keepNote(this.options.account, NOTE, JSON.stringify(memory));
  }
}

const LABEL = 'Parley key log 1';

const EMPTY: Memory = {
  origin: '',
  keys: [],
  size: 0,
  root: '',
  seen: [],
  proven: {},
  warnings: [],
};

function hashes(texts: readonly string[]): Hash[] {
  return texts.map((text) => fromBase64Url(text));
}
