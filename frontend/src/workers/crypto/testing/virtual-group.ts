import { fromBase64Url, toBase64Url } from '@/lib/id/base64url';
import { CryptoApi, type Surroundings } from '../crypto-api';
import type { Change, LogEntry, Members, PendingCommit, Received } from '../model';

/** A UUID that tells what it stands for, by kind and number. */
export function uuid(kind: number, number: number): string {
  return `00000000-0000-7000-8${kind.toString(16).padStart(3, '0')}-${number.toString(16).padStart(12, '0')}`;
}

export const CONVERSATION = uuid(0xc, 1);

/** The library looks at the clock itself when a KeyPackage is used. Milliseconds. */
export const START = Date.now();

/** Locks like those of a browser, for one test. */
export function virtualLocks(): Surroundings['lock'] {
  const held = new Set<string>();
  return (name) => {
    if (held.has(name)) {
      return Promise.resolve(undefined);
    }
    held.add(name);
    return Promise.resolve(() => held.delete(name));
  };
}

/** The server's part, as far as the group is concerned: a log, one commit for each epoch, Welcomes. */
export class VirtualServer {
  readonly log: LogEntry[] = [];
  readonly welcomes = new Map<string, string>();
  /** Commits that the log does not hold, by the place of their entries. */
  readonly large = new Map<number, string>();
  /** Whether every commit is too large for the log. */
  areLarge = false;
  epoch = 0;
  groupInfo: string | undefined;

  /** Takes a commit as the server does: the first of its epoch. Whether it was taken. */
  async take(by: VirtualDevice, commit: PendingCommit): Promise<boolean> {
    const body = JSON.stringify({
      epoch: commit.epoch,
      ...(this.areLarge ? await claimCheck(commit.commit) : { commit: commit.commit }),
    });
    if (commit.epoch !== this.epoch) {
      return false;
    }
    this.epoch += 1;
    this.groupInfo = commit.groupInfo;
    for (const { devices, welcome } of commit.welcomes) {
      devices.forEach((device) => this.welcomes.set(device, welcome));
    }
    const seq = this.append({ kind: 'mls.commit', by, cid: commit.cid, body });
    if (this.areLarge) {
      this.large.set(seq, commit.commit);
    }
    return true;
  }

  append(entry: { kind: LogEntry['kind']; by: VirtualDevice; cid: string; body: string }): number {
    const { kind, by, cid, body } = entry;
    const seq = this.log.length + 1;
    this.log.push({ seq, kind, by: by.account, device: by.device, cid, body });
    return seq;
  }

  /** The log after `seq` as this device is told it: whose device and which cid, of its own only. */
  since(seq: number, to: VirtualDevice): LogEntry[] {
    return this.log.slice(seq).map(({ device, cid, ...entry }) => ({
      ...entry,
      ...(entry.by === to.account ? { device } : {}),
      ...(device === to.device ? { cid } : {}),
    }));
  }
}

async function claimCheck(commit: string): Promise<{ sha256: string }> {
  const digest = await crypto.subtle.digest('SHA-256', fromBase64Url(commit));
  return { sha256: toBase64Url(new Uint8Array(digest)) };
}

/** A device with its worker. */
export class VirtualDevice {
  api: CryptoApi;
  seq = 0;
  signatureKey = '';
  private cids = 0;

  constructor(
    readonly number: number,
    readonly server: VirtualServer,
    readonly account = uuid(0xa, number),
    readonly device = uuid(0xd, number),
    private readonly surroundings: Surroundings = { now: () => START, lock: virtualLocks() },
  ) {
    this.api = new CryptoApi(surroundings);
  }

  async open(): Promise<this> {
    this.signatureKey = (await this.api.open(this.account, this.device)).signatureKey;
    return this;
  }

  /** The tab dies and another one opens what is on the disk. */
  async restart(): Promise<void> {
    await this.api.close();
    this.api = new CryptoApi(this.surroundings);
    await this.open();
  }

  nextCid(): string {
    this.cids += 1;
    return uuid(0x1d, this.number * 100_000 + this.cids);
  }

  async meet(...others: VirtualDevice[]): Promise<void> {
    await this.api.trust([this, ...others].map(keyOf));
  }

  /** Asks for a commit and gives it to the server. Whether the server took it. */
  async commit(change: Change = {}): Promise<boolean> {
    const commit = await this.api.commit(CONVERSATION, this.nextCid(), change);
    return this.server.take(this, commit);
  }

  async addition(): Promise<NonNullable<Change['add']>[number]> {
    const { keyPackages } = await this.api.makeKeyPackages(1, false);
    return { account: this.account, device: this.device, keyPackage: keyPackages[0] ?? '' };
  }

  join(): Promise<{ epoch: number }> {
    return this.api.join(CONVERSATION, this.server.welcomes.get(this.device) ?? '');
  }

  async joinExternally(): Promise<boolean> {
    const groupInfo = this.server.groupInfo ?? '';
    const commit = await this.api.joinExternally(CONVERSATION, this.nextCid(), groupInfo);
    return this.server.take(this, commit);
  }

  /** Says something, as far as the log. Its place there. */
  async say(text: string): Promise<number> {
    const cid = this.nextCid();
    const { body } = await this.api.encrypt(CONVERSATION, cid, utf8(text));
    return this.server.append({ kind: 'message', by: this, cid, body });
  }

  /** Reads what is new in the log. */
  async catchUp(): Promise<Received> {
    const received = await this.api.receive(CONVERSATION, this.server.since(this.seq, this));
    this.seq = received.waiting === undefined ? this.server.log.length : received.waiting.seq - 1;
    return received;
  }

  members(): Promise<Members> {
    return this.api.members(CONVERSATION);
  }
}

export function keyOf({ account, device, signatureKey }: VirtualDevice) {
  return { account, device, signatureKey };
}

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** What the entries said, as texts; `!cause` where one says nothing. */
export function texts({ results }: Received): string[] {
  return results.map((result) => {
    if ('failed' in result) {
      return `!${result.failed}`;
    }
    if ('plaintext' in result) {
      return new TextDecoder().decode(result.plaintext);
    }
    return `epoch ${result.committed.epoch}`;
  });
}

/** Devices that know each other, in one group made by the first. */
export async function groupOf(
  size: number,
): Promise<[VirtualServer, VirtualDevice, VirtualDevice, VirtualDevice, ...VirtualDevice[]]> {
  const server = new VirtualServer();
  const devices = await Promise.all(
    Array.from({ length: size }, (_, index) => new VirtualDevice(index + 1, server).open()),
  );
  await Promise.all(devices.map((device) => device.meet(...devices)));
  const [first, ...others] = devices;
  if (first !== undefined) {
    await first.api.create(CONVERSATION);
    await first.commit({ add: await Promise.all(others.map((other) => other.addition())) });
    await Promise.all(others.map((other) => other.join()));
    await Promise.all(devices.map((device) => device.catchUp()));
  }
  // Who asks for two devices takes no third one.
  return [server, ...(devices as [VirtualDevice, VirtualDevice, VirtualDevice])];
}
