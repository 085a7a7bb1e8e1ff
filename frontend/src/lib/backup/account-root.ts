import { ApiProblem } from '@/lib/api/problem';
import type { AccountKey, RecoveryMethod } from '@/lib/api/types';
import type { AccountClient, RecoveryKind } from '@/workers/crypto/account-client';
import type { BackupServer } from './backup-server';

/** How the account's root stands in this browser, and how it comes to others. */
export interface RecoveryState {
  /** `locked`: the account has one, and this browser has not got it yet. */
  root: 'here' | 'locked';
  /** The public key of the account. */
  key: string;
  methods: readonly RecoveryMethod[];
}

/** A recovery key that was just made. */
export interface NewRecoveryKey {
  recoveryKey: string;
  /** Lets it open the root from now on, in the place of the one before. */
  keep: () => Promise<void>;
}

export interface AccountRootOptions {
  account: string;
  keys: Pick<AccountClient, 'propose' | 'holds' | 'seal' | 'makeRecoveryKey' | 'unlock'>;
  server: Pick<BackupServer, 'accountKey' | 'register' | 'putMethod' | 'removeMethod'>;
  /** A fresh id. */
  newId: () => string;
}

/**
 * The root of the account in this browser. The first browser that looks for it makes it; every other
 * one gets it by a way of recovery.
 */
export class AccountRoot {
  private looking: Promise<RecoveryState> | undefined;
  private found: RecoveryState | undefined;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly options: AccountRootOptions) {}

  /** Asks the server. Several that look at once ask once. */
  look(): Promise<RecoveryState> {
    this.looking ??= this.ask().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** The key of the account when its root is here; asks the server at the first time. */
  async openKey(): Promise<string | undefined> {
    const { root, key } = this.found ?? (await this.look());
    return root === 'here' ? key : undefined;
  }

  /** Calls when the root may have come or gone here. Returns what ends that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Makes a recovery key. It opens nothing until it is kept, once its owner has written it down. */
  async makeRecoveryKey(): Promise<NewRecoveryKey> {
    const { account, keys } = this.options;
    const key = await this.requireKey();
    const { recoveryKey, sealedRoot } = await keys.makeRecoveryKey(account, key);
    return { recoveryKey, keep: () => this.put('key', undefined, key, sealedRoot) };
  }

  /**
   * Lets a passkey or a wallet open the root from now on.
   *
   * @param handle the id of the passkey, or the address of the wallet
   * @param secret what it gives; it is handed over and wiped
   */
  async add(
    kind: Exclude<RecoveryKind, 'key'>,
    handle: string,
    secret: Uint8Array<ArrayBuffer>,
  ): Promise<void> {
    const key = await this.requireKey();
    await this.put(kind, handle, key, await this.seal(key, kind, secret));
  }

  /**
   * Opens the root here.
   *
   * @throws CryptoRefusal `wrong-secret` when the secret is another one
   */
  async unlock(method: RecoveryMethod, secret: Uint8Array<ArrayBuffer>): Promise<void> {
    const { account, keys } = this.options;
    const { key } = this.found ?? (await this.look());
    try {
      await keys.unlock(account, key, method.kind, method.sealedRoot, secret);
    } finally {
      secret.fill(0);
    }
    await this.look();
    this.tell();
  }

  async remove(method: RecoveryMethod): Promise<void> {
    await this.options.server.removeMethod(method.id);
    await this.look();
  }

  /** Begins anew with another root: what was backed up until now opens nowhere any more. */
  async beginAnew(): Promise<void> {
    const { account, keys, server } = this.options;
    const { key: replaced } = await this.look();
    await server.register(await keys.propose(account), replaced);
    await this.look();
    this.tell();
  }

  private seal(key: string, kind: RecoveryKind, secret: Uint8Array<ArrayBuffer>): Promise<string> {
    return this.options.keys
      .seal(this.options.account, key, kind, secret)
      .finally(() => secret.fill(0));
  }

  private async put(
    kind: RecoveryKind,
    handle: string | undefined,
    key: string,
    sealedRoot: string,
  ): Promise<void> {
    const { server, newId } = this.options;
    await server.putMethod(newId(), { key, kind, sealedRoot, handle });
    await this.look();
  }

  private async requireKey(): Promise<string> {
    const key = await this.openKey();
    if (key === undefined) {
      throw new Error('the root of the account is not here');
    }
    return key;
  }

  private async ask(): Promise<RecoveryState> {
    const { account, keys } = this.options;
    const { key, methods } = await this.registered();
    const root = (await keys.holds(account, key)) ? 'here' : 'locked';
    const hasChanged =
      this.found !== undefined && (this.found.key !== key || this.found.root !== root);
    this.found = { root, key, methods };
    if (hasChanged) {
      this.tell();
    }
    return this.found;
  }

  /** The account's key; the first browser registers one. */
  private async registered(): Promise<AccountKey> {
    const { account, keys, server } = this.options;
    const known = await server.accountKey();
    if (known !== undefined) {
      return known;
    }
    try {
      await server.register(await keys.propose(account));
    } catch (error) {
      // Another browser was first.
      if (!(error instanceof ApiProblem && error.slug === 'account-key-exists')) {
        throw error;
      }
    }
    const registered = await server.accountKey();
    if (registered === undefined) {
      throw new Error('the server has forgotten the key of the account');
    }
    return registered;
  }

  private tell(): void {
    this.listeners.forEach((listener) => listener());
  }
}
