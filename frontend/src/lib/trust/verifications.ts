import { ApiProblem } from '@/lib/api/problem';
import type { AccountRoot } from '@/lib/backup/account-root';
import type { AccountClient } from '@/workers/crypto/account-client';
import type { TrustServer } from './trust-server';

export interface VerificationsOptions {
  account: string;
  root: Pick<AccountRoot, 'openKey'>;
  keys: Pick<AccountClient, 'sealVerified' | 'openVerified'>;
  server: Pick<TrustServer, 'verifications' | 'keepVerifications'>;
}

/** By person: the key of the account that was compared. */
export type VerifiedKeys = ReadonlyMap<string, string>;

/** Two browsers that write at once: one of them reads again. */
const TRIES = 4;

/** Whom this person has verified. All browsers that have the root of the account know it. */
export class Verifications {
  /** The server does not give an older one than was there. */
  private newest = 0;

  constructor(private readonly options: VerificationsOptions) {}

  /** Nobody while the root is not here. */
  async all(): Promise<VerifiedKeys> {
    return (await this.read())?.people ?? new Map();
  }

  /** Keeps that somebody was verified with this key; undefined takes it back. */
  async mark(person: string, verified: string | undefined): Promise<void> {
    const { account, keys, server } = this.options;
    for (let attempt = 1; ; attempt += 1) {
      const found = await this.read();
      if (found === undefined) {
        throw new Error('the root of the account is not here');
      }
      const people = new Map(found.people);
      if (verified === undefined) {
        people.delete(person);
      } else {
        people.set(person, verified);
      }
      const text = JSON.stringify(Object.fromEntries(people));
      const sealed = await keys.sealVerified(account, found.key, text);
      try {
        await server.keepVerifications({ version: found.version + 1, sealed });
        return;
      } catch (error) {
        const isLate = error instanceof ApiProblem && error.slug === 'verifications-conflict';
        if (!isLate || attempt === TRIES) {
          throw error;
        }
      }
    }
  }

  private async read(): Promise<
    { key: string; version: number; people: VerifiedKeys } | undefined
  > {
    const { account, root, keys, server } = this.options;
    const key = await root.openKey();
    if (key === undefined) {
      return undefined;
    }
    const kept = await server.verifications();
    if (kept === undefined) {
      return { key, version: 0, people: new Map() };
    }
    const text = await keys.openVerified(account, key, kept.sealed);
    if (text === undefined || kept.version < this.newest) {
      return { key, version: kept.version, people: new Map() };
    }
    this.newest = kept.version;
    const people = JSON.parse(text) as Record<string, string>;
    return { key, version: kept.version, people: new Map(Object.entries(people)) };
  }
}
