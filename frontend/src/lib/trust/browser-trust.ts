import type { AccountRoot } from '@/lib/backup/account-root';
import type { AccountClient, Believed } from '@/workers/crypto/account-client';
import { KeyLogWatch, type LogWarning } from './key-log';
import { restTrustServer } from './rest-trust-server';
import { Verifications } from './verifications';
import { vouchingIn, type Vouching } from './vouching';

/** How often the log of keys is looked at. Milliseconds. */
const LOOK_EVERY_MS = 300_000;

/** What was stated stands in the log a moment later. Milliseconds. */
const LOOK_SOON_MS = 8_000;

/** Who is who, as this tab knows and tells it. */
export class BrowserTrust {
  readonly verifications: Verifications;
  private readonly log: KeyLogWatch;
  private readonly listeners = new Set<() => void>();
  private readonly tabs: BroadcastChannel;
  private readonly timers: ReturnType<typeof setTimeout>[] = [];
  private device: { id: string; signatureKey: string } | undefined;
  private stated = '';

  constructor(
    private readonly account: string,
    private readonly root: AccountRoot,
    private readonly keys: AccountClient,
  ) {
    const server = restTrustServer;
    this.verifications = new Verifications({ account, root, keys, server });
    this.log = new KeyLogWatch({ account, keys, server });
    this.tabs = new BroadcastChannel(`parley-trust-${account}`);
    this.tabs.addEventListener('message', () => this.tellHere());
    root.onChange(() => void this.state().catch(() => undefined));
  }

  /** The server knows the key with which this device signs: the account confirms it. */
  async registered(id: string, signatureKey: string): Promise<void> {
    this.device = { id, signatureKey };
    await this.state();
  }

  /** Looks at the log of keys, now and then. One tab does. */
  follow(): void {
    const look = () => void this.look().catch(() => undefined);
    this.timers.push(setTimeout(look, LOOK_SOON_MS), setInterval(look, LOOK_EVERY_MS));
  }

  /** Looks at the log of keys. */
  async look(): Promise<void> {
    if (this.device === undefined) {
      // Nobody can say yet whether a device is another one.
      return;
    }
    const before = await this.log.warnings();
    const found = await this.log.check(this.device.id, await this.root.openKey());
    if (found.length !== before.length) {
      this.tell();
    }
  }

  /** What the log of keys tells that the person has to know. */
  warnings(): Promise<LogWarning[]> {
    return this.log.warnings();
  }

  async dismiss(id: string): Promise<void> {
    await this.log.dismiss(id);
    this.tell();
  }

  /** Which keys this browser believes of these people. */
  believed(people: readonly string[]): Promise<Believed[]> {
    return this.keys.believed(this.account, [...people]);
  }

  /** The own key, when the root is here. */
  ownKey(): Promise<string | undefined> {
    return this.root.openKey();
  }

  /** Marks somebody as verified with a key, or takes it back. */
  async mark(person: string, key: string | undefined): Promise<void> {
    await this.verifications.mark(person, key);
    this.tell();
  }

  /** The wallet that vouches for the key of somebody's account; undefined when none does. */
  async vouching(account: string, key: string): Promise<Vouching | undefined> {
    return vouchingIn(await restTrustServer.entries(account), key);
  }

  /** A wallet vouches for the key of the account. */
  async bindWallet(key: string, address: string, chain: number, signature: string): Promise<void> {
    await restTrustServer.bindWallet({ key, address, chain, signature });
    this.tell();
  }

  async unbindWallet(): Promise<void> {
    await restTrustServer.unbindWallet();
    this.tell();
  }

  /** Calls when something of it has changed, in whichever tab. Returns what ends that. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Other keys are believed now, or something else has changed. */
  tell(): void {
    this.tellHere();
    this.tabs.postMessage('changed');
  }

  close(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
    this.tabs.close();
  }

  private async state(): Promise<void> {
    const key = await this.root.openKey();
    if (key === undefined || this.device === undefined) {
      return;
    }
    const { id, signatureKey } = this.device;
    const what = `${key} ${signatureKey}`;
    if (this.stated !== what) {
      const statement = await this.keys.state(this.account, key, id, signatureKey, Date.now());
      await restTrustServer.state(statement);
      this.stated = what;
    }
  }

  private tellHere(): void {
    this.listeners.forEach((listener) => listener());
  }
}
