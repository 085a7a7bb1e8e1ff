import { ApiProblem } from '@/lib/api/problem';
import type { CryptoClient } from '@/workers/crypto/crypto-client';
import type {
  Change,
  AccountKeyTold,
  DeviceKey,
  Encrypted,
  KeyConcern,
  LogEntry,
  Members,
  PendingCommit,
  Received,
  Seen,
  Trusted,
  Waiting,
} from '@/workers/crypto/model';
import { CryptoRefusal, type RefusalCause } from '@/workers/crypto/refusal';
import type { ClaimedKeyPackage, DeliveryService } from './delivery-service';
import { SealingRefused } from './sealing-refused';

/** So many KeyPackages are kept with the server, and more made when fewer than half are left. */
const KEY_PACKAGES = 50;

/** The server takes no more additions in one commit. */
const ADDITIONS = 100;

/** Nobody is named in a claim beyond these; another claim goes on. */
const CLAIMED_AT_ONCE = 50;

/** So often another commit may be first, before the next message tries again. */
const ROUNDS = 8;

/** How long an answer about devices holds while nothing says otherwise. */
const DEVICES_HOLD_MS = 300_000;

/** How long a commit may be on its way through the log. */
const DECIDED_WITHIN_MS = 20_000;

/** What was read between a look and a wait is found so much later. */
const LOOK_AGAIN_MS = 500;

const GRACE_MS = 3_000;

export interface GroupKeeperOptions {
  account: string;
  device: string;
  crypto: CryptoClient;
  service: DeliveryService;
  /** A fresh idempotency key. */
  newCid: () => string;
  /** Milliseconds of a clock that never goes back. */
  now: () => number;
  /** Whoever adds this device may still be about to: so long it waits before it joins by itself. */
  graceMs?: number;
  /** The server knows the key with which this device signs: its account can confirm it. */
  onRegistered?: (signatureKey: string) => void;
  /** Somebody has to look before anything is encrypted for this conversation. */
  onConcerns?: (conversation: string, concerns: KeyConcern[]) => void;
  /** The accounts of these people confirm other devices of theirs than before. */
  onConfirmed?: (conversation: string, people: string[]) => void;
}

interface KnownDevices {
  devices: DeviceKey[];
  accounts: AccountKeyTold[];
  askedAt: number;
  /** Devices that had no KeyPackage: they join by themselves. */
  unclaimed: Set<string>;
}

/**
 * Keeps this device in the groups of its conversations, and the groups as their conversations are:
 * joins, adds and removes, and renews what the server hands out for it. It has no keys; the crypto
 * worker does, and says what it misses.
 *
 * What is done about one conversation is done one after the other.
 */
export class GroupKeeper {
  private opening: Promise<string> | undefined;
  private registering: Promise<void> | undefined;
  private readonly lines = new Map<string, Promise<unknown>>();
  private readonly known = new Map<string, KnownDevices>();
  /** By conversation: how often what is known of devices was forgotten. */
  private readonly forgotten = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();
  /** By conversation: the message that was asked for last. */
  private readonly sealed = new Map<string, string>();

  constructor(private readonly options: GroupKeeperOptions) {}

  /** Tells the server of this device, and gives it KeyPackages; again when that failed before. */
  register(): Promise<void> {
    this.registering ??= this.begin().catch((error: unknown) => {
      this.registering = undefined;
      throw error;
    });
    return this.registering;
  }

  /** Reads entries of a conversation's log; see `CryptoApi.receive`. Asks nobody. */
  async receive(conversation: string, entries: LogEntry[]): Promise<Received> {
    await this.open();
    const received = await this.options.crypto.receive(conversation, entries);
    // What others commit tells of devices that this one may not have heard of.
    if (received.results.some((result) => 'committed' in result && result.own === undefined)) {
      this.forgetDevices(conversation);
    }
    this.wake(conversation);
    return received;
  }

  /** What `receive` answered is stored up to this entry. */
  stored(conversation: string, upTo: number): Promise<void> {
    return this.options.crypto.stored(conversation, upTo);
  }

  /** Who belongs to a conversation has changed, or may have. */
  forgetDevices(conversation: string): void {
    this.known.delete(conversation);
    this.forgotten.set(conversation, this.timesForgotten(conversation) + 1);
  }

  /**
   * Does what `receive` waits for, as far as that is in this device's hands.
   *
   * @returns false when it is in the person's: a key has changed
   */
  async settle(conversation: string, waiting: Waiting): Promise<boolean> {
    switch (waiting.why) {
      case 'no-group':
      case 'state-lost':
        await this.inLine(conversation, async () => {
          await this.register();
          await this.join(conversation, this.options.graceMs ?? GRACE_MS);
        });
        return true;
      // Not in line: a commit of this device may wait there for what is read behind these.
      case 'device-unknown':
        await this.register();
        await this.learn(conversation, waiting.devices);
        return true;
      case 'claim-check':
        await this.redeem(conversation, waiting.seq);
        return true;
      case 'key-changed':
        return false;
    }
  }

  /**
   * Encrypts a message for everybody who belongs to the conversation now, after bringing the group to
   * that state. The same cid may be asked for again and again; each answer may be sent.
   *
   * @param seen how far this device has the log of the conversation; see `CryptoApi.encrypt`
   * @throws SealingRefused when it cannot be
   */
  seal(conversation: string, cid: string, body: string, seen?: Seen): Promise<Encrypted> {
    return this.inLine(conversation, async () => {
      await this.register();
      if (this.sealed.get(conversation) === cid) {
        // It was of no use: the server knows something that this device does not.
        this.forgetDevices(conversation);
      }
      this.sealed.set(conversation, cid);
      for (let round = 0; round < ROUNDS; round += 1) {
        await this.bringUpToDate(conversation);
        try {
          return await this.options.crypto.encrypt(
            conversation,
            cid,
            new TextEncoder().encode(body),
            seen,
          );
        } catch (error) {
          if (isRefusal(error, 'too-large')) {
            throw new SealingRefused('too-large', [], { cause: error });
          }
          if (!isRefusal(error, 'commit-needed', 'no-group')) {
            throw error;
          }
          this.forgetDevices(conversation);
        }
      }
      throw new SealingRefused('not-yet');
    });
  }

  /** Brings the group to what its conversation is, without a message: after people came or went. */
  renew(conversation: string): Promise<void> {
    return this.inLine(conversation, async () => {
      await this.register();
      this.forgetDevices(conversation);
      await this.bringUpToDate(conversation);
    });
  }

  /** Forgets the group of a conversation: this device cannot follow it any more, and joins anew. */
  async leave(conversation: string): Promise<void> {
    await this.open();
    await this.options.crypto.leave(conversation);
    this.forgetDevices(conversation);
  }

  /** What somebody has to look at before anything is encrypted for a conversation. */
  async changedKeys(conversation: string): Promise<KeyConcern[]> {
    await this.register();
    this.forgetDevices(conversation);
    return (await this.trust(conversation)).concerns;
  }

  /** Believes from now on what somebody has looked at. */
  async acceptKeys(conversation: string): Promise<void> {
    const byAccount = new Map<string, string[]>();
    for (const { account, devices } of await this.changedKeys(conversation)) {
      byAccount.set(account, [...(byAccount.get(account) ?? []), ...devices]);
    }
    for (const [account, devices] of byAccount) {
      await this.options.crypto.acceptPerson(account, devices);
    }
  }

  /** Tells the worker what the server says of devices and accounts. */
  private async trust(conversation: string, gone: string[] = []): Promise<Trusted> {
    const { crypto, service } = this.options;
    const { devices, accounts } = await this.devices(conversation);
    const former =
      gone.length === 0
        ? { devices: [], accounts: [] }
        : await service.formerDevices(conversation, gone);
    const trusted = await crypto.trust(
      devices,
      gone,
      [...accounts, ...former.accounts],
      former.devices,
    );
    if (trusted.concerns.length > 0) {
      this.options.onConcerns?.(conversation, trusted.concerns);
    }
    if (trusted.confirmed.length > 0) {
      const people = [...new Set(trusted.confirmed.map(({ account }) => account))];
      this.options.onConfirmed?.(conversation, people);
    }
    return trusted;
  }

  // --- This device

  /** Opens the worker: this needs nobody else. */
  private open(): Promise<string> {
    const { crypto, account, device } = this.options;
    this.opening ??= crypto.open(account, device).then(
      ({ signatureKey }) => signatureKey,
      (error: unknown) => {
        this.opening = undefined;
        throw error;
      },
    );
    return this.opening;
  }

  private async begin(): Promise<void> {
    const signatureKey = await this.open();
    await this.options.service.register(signatureKey);
    this.options.onRegistered?.(signatureKey);
    await this.topUp();
  }

  /** Makes KeyPackages for those that were used or have expired. */
  private async topUp(): Promise<void> {
    const { crypto, service } = this.options;
    await crypto.pruneKeyPackages();
    const { available, lastResort } = await service.stock();
    if (available < KEY_PACKAGES / 2 || !lastResort) {
      const made = await crypto.makeKeyPackages(Math.max(KEY_PACKAGES - available, 0), !lastResort);
      await service.publish(made);
    }
  }

  // --- Groups

  private async bringUpToDate(conversation: string): Promise<void> {
    // A commit that was taken counts for nothing: a thousand people are added by ten of them.
    let lost = 0;
    while (lost < ROUNDS) {
      const members = await this.members(conversation);
      if (members === undefined) {
        lost += 1;
        await this.join(conversation, 0);
        continue;
      }
      const change = members.pending === undefined ? await this.due(conversation, members) : {};
      if (change === undefined) {
        return;
      }
      const commit = await this.propose(conversation, change);
      const isTaken = commit !== undefined && (await this.submit(conversation, commit));
      lost += isTaken ? 0 : 1;
    }
    throw new SealingRefused('not-yet');
  }

  /** A commit with this change; undefined when the group has moved on, so that it does not fit. */
  private async propose(conversation: string, change: Change): Promise<PendingCommit | undefined> {
    const { crypto, newCid } = this.options;
    try {
      return await crypto.commit(conversation, newCid(), change);
    } catch (error) {
      if (isRefusal(error, 'already-inside', 'not-a-member')) {
        return undefined;
      }
      throw error;
    }
  }

  private async members(conversation: string): Promise<Members | undefined> {
    try {
      return await this.options.crypto.members(conversation);
    } catch (error) {
      if (isRefusal(error, 'no-group')) {
        return undefined;
      }
      throw error;
    }
  }

  /** What has to be committed, so that exactly those can read who belong to the conversation. */
  private async due(conversation: string, members: Members): Promise<Change | undefined> {
    const { account, device } = this.options;
    const { devices, unclaimed } = await this.devices(conversation);
    const { concerns } = await this.trust(conversation);
    if (concerns.length > 0) {
      throw new SealingRefused(
        'key-changed',
        concerns.flatMap((concern) => concern.devices),
      );
    }
    const belongs = new Set(devices.map((key) => key.device));
    const remove = members.members
      .filter((leaf) => leaf.standing !== 'current' || !belongs.has(leaf.device))
      .map((leaf) => leaf.device)
      .filter((leaf) => leaf !== device);
    const inside = new Set(members.members.map((leaf) => leaf.device));
    remove.forEach((leaf) => inside.delete(leaf));
    const missing = devices.filter((key) => !inside.has(key.device) && !unclaimed.has(key.device));
    const add = await this.claim(conversation, missing, unclaimed);
    const others = [...inside].filter((leaf) => leaf !== device).length + add.length;
    if (others === 0 && devices.every((key) => key.account === account)) {
      throw new SealingRefused('nobody-can-read');
    }
    return add.length + remove.length === 0 ? undefined : { add, remove };
  }

  private async claim(
    conversation: string,
    missing: readonly DeviceKey[],
    unclaimed: Set<string>,
  ): Promise<NonNullable<Change['add']>> {
    const wanted = missing.slice(0, ADDITIONS);
    const people = [...new Set(wanted.map(({ account }) => account))];
    const claims: Promise<ClaimedKeyPackage[]>[] = [];
    for (let next = 0; next < people.length; next += CLAIMED_AT_ONCE) {
      const named = people.slice(next, next + CLAIMED_AT_ONCE);
      claims.push(this.options.service.claim(conversation, named));
    }
    const asked = new Set(wanted.map(({ device }) => device));
    const add = (await Promise.all(claims)).flat().filter(({ device }) => asked.has(device));
    add.forEach(({ device }) => asked.delete(device));
    asked.forEach((device) => unclaimed.add(device));
    return add;
  }

  private async join(conversation: string, graceMs: number): Promise<void> {
    if ((await this.joinByWelcome(conversation)) || (await this.isInside(conversation))) {
      return;
    }
    const { crypto, service, newCid } = this.options;
    if (graceMs > 0) {
      await new Promise((resolve) => setTimeout(resolve, graceMs));
      if ((await this.joinByWelcome(conversation)) || (await this.isInside(conversation))) {
        return;
      }
    }
    const groupInfo = await service.groupInfo(conversation);
    if (groupInfo === undefined) {
      await crypto.create(conversation);
      return;
    }
    const commit = await this.knowing(conversation, () =>
      crypto.joinExternally(conversation, newCid(), groupInfo),
    );
    await this.submit(conversation, commit);
  }

  private async isInside(conversation: string): Promise<boolean> {
    return (await this.members(conversation)) !== undefined;
  }

  private async joinByWelcome(conversation: string): Promise<boolean> {
    const { crypto, service } = this.options;
    const welcome = await service.welcome(conversation);
    if (welcome === undefined) {
      return false;
    }
    try {
      await this.knowing(conversation, () => crypto.join(conversation, welcome));
    } catch (error) {
      if (!isRefusal(error, 'key-package-unknown', 'tampered', 'group-exists')) {
        throw error;
      }
      await service.dropWelcome(conversation);
      return false;
    }
    await service.dropWelcome(conversation);
    void this.topUp().catch(() => undefined);
    return true;
  }

  /** Does something that may meet devices of which this one has not heard. */
  private async knowing<Result>(
    conversation: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      if (!isRefusal(error, 'device-unknown')) {
        throw error;
      }
      await this.learn(conversation, error.devices);
      return work();
    }
  }

  /**
   * Asks the server about devices. Those that belong to the conversation no longer are told to the
   * worker as gone, with the keys that they had.
   */
  private async learn(conversation: string, wanted: readonly string[]): Promise<void> {
    this.forgetDevices(conversation);
    const { devices } = await this.devices(conversation);
    const belongs = new Set(devices.map(({ device }) => device));
    await this.trust(
      conversation,
      wanted.filter((device) => !belongs.has(device)),
    );
  }

  private async devices(conversation: string): Promise<KnownDevices> {
    const { service, now } = this.options;
    const before = this.known.get(conversation);
    if (before !== undefined && now() - before.askedAt < DEVICES_HOLD_MS) {
      return before;
    }
    const unclaimed = before?.unclaimed ?? new Set<string>();
    for (let tries = 1; ; tries += 1) {
      const [askedAt, forgotten] = [now(), this.timesForgotten(conversation)];
      const known = { ...(await service.devices(conversation)), askedAt, unclaimed };
      // Whoever came or went while the server gave the answer may be missing, or still be in it.
      if (this.timesForgotten(conversation) === forgotten) {
        this.known.set(conversation, known);
        return known;
      }
      if (tries === ROUNDS) {
        return known;
      }
    }
  }

  private timesForgotten(conversation: string): number {
    return this.forgotten.get(conversation) ?? 0;
  }

  /**
   * Gives a commit to the server and waits until the log has decided about it.
   *
   * @returns whether it was taken
   */
  private async submit(conversation: string, commit: PendingCommit): Promise<boolean> {
    const { service, crypto } = this.options;
    let isTaken;
    try {
      isTaken = await service.commit(conversation, commit);
    } catch (error) {
      if (error instanceof ApiProblem && error.status < 500 && error.status !== 429) {
        await crypto.abandon(conversation, commit.cid);
        this.forgetDevices(conversation);
      }
      throw error;
    }
    const deadline = this.options.now() + DECIDED_WITHIN_MS;
    while ((await crypto.pending(conversation)) === commit.cid) {
      if (this.options.now() > deadline) {
        throw new SealingRefused('not-yet');
      }
      await this.pause(conversation, LOOK_AGAIN_MS);
    }
    return isTaken;
  }

  /** Fetches a commit that is too large for its entry in the log. */
  private async redeem(conversation: string, seq: number): Promise<void> {
    const { service, crypto } = this.options;
    await crypto.redeem(conversation, await service.largeCommit(conversation, seq));
  }

  // --- Waiting

  /** Until entries of this conversation were read, or so long. */
  private pause(conversation: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const others = this.waiting.get(conversation) ?? new Set();
      const go = () => {
        clearTimeout(timer);
        others.delete(go);
        resolve();
      };
      const timer = setTimeout(go, ms);
      others.add(go);
      this.waiting.set(conversation, others);
    });
  }

  private wake(conversation: string): void {
    [...(this.waiting.get(conversation) ?? [])].forEach((go) => go());
  }

  private inLine<Result>(conversation: string, work: () => Promise<Result>): Promise<Result> {
    const before = this.lines.get(conversation) ?? Promise.resolve();
    const mine = before.then(work);
    const end = mine.then(
      () => undefined,
      () => undefined,
    );
    this.lines.set(conversation, end);
    void end.then(() => {
      if (this.lines.get(conversation) === end) {
        this.lines.delete(conversation);
      }
    });
    return mine;
  }
}

function isRefusal(error: unknown, ...causes: RefusalCause[]): error is CryptoRefusal {
  return error instanceof CryptoRefusal && causes.includes(error.refusal);
}
