import type { ClientState } from 'ts-mls/clientState.js';
import type { CiphersuiteImpl } from 'ts-mls/crypto/ciphersuite.js';
import { toBase64Url } from '@/lib/id/base64url';
import {
  copyBytes,
  decodeMessage,
  isUuid,
  parseCommitBody,
  sameBytes,
  strictBase64Url,
  uuidBytes,
  type CommitBody,
} from './codec';
import { openIdentity, type DeviceIdentity } from './device-identity';
import { DeviceTrust, Undecided } from './device-trust';
import { GroupSteps, Unreadable, epochOf, type MadeCommit } from './group-steps';
import {
  GroupStore,
  wipe,
  wipeState,
  type Group,
  type GroupHead,
  type StoredCommit,
} from './group-store';
import { KeyPackageStore } from './key-package-store';
import type {
  AccountKeyTold,
  Change,
  DeviceKey,
  Encrypted,
  EntryResult,
  KeyPackages,
  KeyPackageStock,
  LogEntry,
  Members,
  Opened,
  PendingCommit,
  Received,
  Trusted,
  Waiting,
  Seen,
} from './model';
import { CryptoRefusal } from './refusal';
import { loadSuite } from './suite';
import { Vault, type Changes } from './vault';

/** What the worker takes from outside, so that tests hand in their own. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Takes a lock that one worker in the browser can hold, and gives it back when the answer is
   * called; undefined when somebody else keeps it.
   */
  lock(name: string): Promise<(() => void) | undefined>;
}

/** What is open for one account. */
interface Session {
  identity: DeviceIdentity;
  vault: Vault;
  trust: DeviceTrust;
  keyPackages: KeyPackageStore;
  steps: GroupSteps;
  groups: GroupStore;
  release: () => void;
}

/** How many groups are kept ready in memory. */
const READY = 24;

/** How long a body may be; the server takes no longer one. Bytes. */
const LONGEST_BODY = 64 * 1024;

/**
 * End-to-end encryption of one account on this device: MLS (RFC 9420) with everything it has to keep.
 *
 * All calls about one conversation run one after the other. Whatever a call hands out that others may
 * see, it has stored before: no key is used twice, also when the tab dies in between, and a call that
 * is repeated gives the same answer.
 *
 * There is one writer. The app gives the worker to the leading tab only; the lock that {@link open}
 * takes is the guard for when it does not.
 */
export class CryptoApi {
  private session: Session | undefined;
  private readonly ready = new Map<string, Group>();
  private readonly queues = new Map<string, Promise<unknown>>();
  /** By conversation: the commit for which reading waits. */
  private readonly redeemed = new Map<string, Redeemed>();
  private suite: Promise<CiphersuiteImpl> | undefined;

  constructor(private readonly surroundings: Surroundings) {}

  /**
   * Opens what is kept for this account, and makes the identity of the device when there is none.
   *
   * @param key the key of this browser, which a lock that is on opens for the app alone
   * @throws CryptoRefusal `in-use` when another worker has it open
   */
  open(account: string, device: string, key?: CryptoKey): Promise<Opened> {
    return this.inLine('', async () => {
      if (!isUuid(account) || !isUuid(device)) {
        throw new CryptoRefusal('invalid');
      }
      this.letGo();
      const release = await this.surroundings.lock(`parley-keys-${account}`);
      if (release === undefined) {
        throw new CryptoRefusal('in-use');
      }
      let vault: Vault | undefined;
      try {
        this.suite ??= loadSuite();
        const suite = await this.suite;
        vault = await Vault.open(account, key);
        const { identity, isNew } = await openIdentity(vault, suite, { account, device });
        const now = () => Math.floor(this.surroundings.now() / 1000);
        const trust = await DeviceTrust.load(vault, account);
        const signatureKey = toBase64Url(identity.publicKey);
        await trust.believe({ account, device, signatureKey });
        this.session = {
          identity,
          vault,
          trust,
          release,
          keyPackages: new KeyPackageStore(vault, suite, identity, now),
          steps: new GroupSteps(suite, identity, trust, now),
          groups: new GroupStore(vault),
        };
        return { signatureKey, isNew };
      } catch (error) {
        vault?.close();
        release();
        throw error;
      }
    });
  }

  /** Lets go of everything that is open. */
  close(): Promise<void> {
    return this.inLine('', () => {
      this.letGo();
      return Promise.resolve();
    });
  }

  /** Deletes all that is kept for an account, whether it is open or not. Nothing brings it back. */
  forget(account: string): Promise<void> {
    return this.inLine('', () => {
      if (!isUuid(account)) {
        throw new CryptoRefusal('invalid');
      }
      if (this.session?.identity.account === account) {
        this.letGo();
      }
      return Vault.forget(account);
    });
  }

  /** Makes KeyPackages that are good for 60 days, and a last-resort one beside them when asked. */
  makeKeyPackages(count: number, lastResort: boolean): Promise<KeyPackages> {
    return this.inLine('', () => this.opened().keyPackages.make(count, lastResort));
  }

  /** Deletes KeyPackages that have expired. How many are left here, used by nobody yet. */
  pruneKeyPackages(): Promise<KeyPackageStock> {
    return this.inLine('', () => this.opened().keyPackages.prune());
  }

  /**
   * Tells of devices and their keys, as the server answers, and of devices that belong to the
   * conversation no longer: what those wrote is read, and nothing is written to them. A key is believed
   * at first sight, and so is that of an account; afterwards a device is believed that its account
   * confirms.
   *
   * @param former the keys that devices had which are gone
   */
  trust(
    devices: DeviceKey[],
    gone: string[] = [],
    accounts: AccountKeyTold[] = [],
    former: DeviceKey[] = [],
  ): Promise<Trusted> {
    return this.inLine('', () => this.opened().trust.tell(devices, gone, accounts, former));
  }

  /** Believes what `trust` has called a concern about somebody: the key of the account, and devices. */
  acceptPerson(account: string, devices: string[]): Promise<void> {
    return this.inLine('', () => this.opened().trust.acceptPerson(account, devices));
  }

  /** Believes the key of a device that `trust` has called changed. */
  acceptKey(device: string): Promise<void> {
    return this.inLine('', () => this.opened().trust.accept(device));
  }

  /**
   * Begins the group of a conversation, with this device alone. The server learns of it by its first
   * commit; when the first commit in the log is somebody else's, this group is dropped.
   */
  create(conversation: string): Promise<{ epoch: number }> {
    return this.about(conversation, async (session, group) => {
      if (group.state !== undefined) {
        if (group.head.isNew === true) {
          return { epoch: 0 };
        }
        throw new CryptoRefusal('group-exists');
      }
      const state = await session.steps.create(conversation);
      const head: GroupHead = { cursor: group.head.cursor, joinedAt: 0, isNew: true };
      await this.save(session, conversation, group, { head, state });
      return { epoch: 0 };
    });
  }

  /**
   * A commit that adds and removes devices; with nothing in it, one that renews this device's own
   * keys. It counts when `receive` sees it in the log, and is dropped when it sees another commit of
   * its epoch, or by {@link abandon}.
   *
   * While one waits, every call answers with that one, also when it asks for another change.
   */
  commit(conversation: string, cid: string, change: Change): Promise<PendingCommit> {
    return this.about(conversation, async (session, group) => {
      if (!isUuid(cid)) {
        throw new CryptoRefusal('invalid');
      }
      const state = usable(group);
      return this.propose(session, conversation, group, cid, epochOf(state), false, () =>
        session.steps.commit(state, change),
      );
    });
  }

  /**
   * A commit by which this device joins by itself (RFC 9420, section 12.4.3.2), in the place of its
   * own old leaf. Until it is in the log, the state of before reads on.
   */
  joinExternally(conversation: string, cid: string, groupInfo: string): Promise<PendingCommit> {
    return this.about(conversation, async (session, group) => {
      const message = decodeMessage(groupInfo);
      if (!isUuid(cid) || message?.wireformat !== 'mls_group_info') {
        throw new CryptoRefusal('invalid');
      }
      const epoch = Number(message.groupInfo.groupContext.epoch);
      return this.propose(session, conversation, group, cid, epoch, true, () =>
        session.steps.joinExternally(conversation, groupInfo),
      );
    });
  }

  /**
   * Drops the commit that waits, because the server has refused it for good. When it is in the log
   * after all, this device cannot follow it and has to join anew.
   */
  abandon(conversation: string, cid: string): Promise<void> {
    return this.about(conversation, async (session, group) => {
      if (group.head.pending?.cid === cid) {
        await this.save(session, conversation, group, withoutPending(group));
        wipeState(group.next);
      }
    });
  }

  /**
   * Joins by a Welcome. The same one again answers the same.
   *
   * @throws CryptoRefusal `key-package-unknown` when it was made for keys that are not here
   */
  join(conversation: string, welcome: string): Promise<{ epoch: number }> {
    return this.about(conversation, async (session, group) => {
      const message = decodeMessage(welcome);
      if (message?.wireformat !== 'mls_welcome') {
        throw new CryptoRefusal('invalid');
      }
      const hash = await sha256(new TextEncoder().encode(welcome));
      if (group.state !== undefined && group.head.welcome === hash) {
        return { epoch: group.head.joinedAt };
      }
      if (group.state !== undefined && group.head.isNew !== true && group.head.isLost !== true) {
        throw new CryptoRefusal('group-exists');
      }
      const references = message.welcome.secrets.map(({ newMember }) => newMember);
      const own = await session.keyPackages.find(references);
      if (own === undefined) {
        throw new CryptoRefusal('key-package-unknown');
      }
      const state = await decided(() => session.steps.join(conversation, message, own));
      const { cursor, removedAt } = group.head;
      const head: GroupHead = {
        cursor,
        joinedAt: epochOf(state),
        welcome: hash,
        ...(removedAt === undefined ? {} : { removedAt }),
      };
      const changes: Changes = new Map();
      if (!own.lastResort) {
        changes.set(own.path, undefined);
      }
      await this.save(session, conversation, group, { head, state }, changes);
      wipeState(group.state);
      wipeState(group.next);
      wipe([own.privateKeys.initPrivateKey]);
      return { epoch: head.joinedAt };
    });
  }

  /**
   * Encrypts a text for the current epoch. The same cid in the same epoch gives the same body; in a
   * later one, as after a refusal of the server, a new one.
   *
   * @param seen how far this device has the log; it goes to the others with the message, so that they
   *     notice when the server told them something else
   * @throws CryptoRefusal `commit-needed` while devices are in the group that must not read
   */
  encrypt(
    conversation: string,
    cid: string,
    plaintext: Uint8Array<ArrayBuffer>,
    seen?: Seen,
  ): Promise<Encrypted> {
    return this.about(conversation, async (session, group) => {
      if (!isUuid(cid) || !(plaintext instanceof Uint8Array)) {
        throw new CryptoRefusal('invalid');
      }
      const state = usable(group);
      if (group.head.isNew === true) {
        throw new CryptoRefusal('no-group');
      }
      const stale = session.trust.stale(state.ratchetTree);
      if (stale.length > 0) {
        throw new CryptoRefusal('commit-needed', stale);
      }
      const sent = await session.groups.sent(conversation, cid);
      if (sent !== undefined && !sameBytes(sent.plaintext, plaintext)) {
        throw new CryptoRefusal('cid-reused');
      }
      const epoch = epochOf(state);
      if (sent?.epoch === epoch) {
        return { epoch, body: sent.body };
      }
      const step = await session.steps.encrypt(state, plaintext, seen);
      if (step.body.length > LONGEST_BODY) {
        throw new CryptoRefusal('too-large');
      }
      const changes: Changes = new Map();
      const { body } = step;
      session.groups.keepSent(changes, conversation, cid, { epoch, body, plaintext });
      await this.save(session, conversation, group, { ...group, state: step.state }, changes);
      wipe(step.consumed);
      return { epoch, body };
    });
  }

  /**
   * Reads entries in the order of the log. State, place in the log and results are stored in one
   * step, so that a repeat answers the same until {@link stored} is called.
   *
   * When there is something to be done first (a Welcome to be fetched, a device to be asked about, a
   * key to be accepted), the answer says so, and the entries from there on are untouched.
   */
  receive(conversation: string, entries: LogEntry[]): Promise<Received> {
    return this.about(conversation, async (session, group) => {
      requireOrder(entries);
      const reading = new Reading(session, conversation, group, this.redeemed.get(conversation));
      const results: EntryResult[] = [];
      let waiting: Waiting | undefined;
      for (const entry of entries) {
        try {
          results.push(await reading.read(entry));
        } catch (error) {
          if (!(error instanceof Blocked)) {
            throw error;
          }
          waiting = error.waiting;
          break;
        }
      }
      if (reading.hasMoved()) {
        await this.save(session, conversation, group, reading.group, reading.changes);
        reading.wipe();
        this.redeemed.delete(conversation);
      }
      return { results, ...(waiting === undefined ? {} : { waiting }) };
    });
  }

  /** The app has stored what `receive` answered up to this entry: it is deleted here. */
  stored(conversation: string, upTo: number): Promise<void> {
    return this.about(conversation, (session) => session.groups.dropResults(conversation, upTo));
  }

  /**
   * Takes a commit that `receive` waits for, because its entry holds no more than its hash (a claim
   * check). Another one than that is of no use.
   */
  redeem(conversation: string, commit: string): Promise<void> {
    return this.about(conversation, async () => {
      const sha256 = await hashOf(commit);
      if (sha256 === undefined) {
        throw new CryptoRefusal('invalid');
      }
      this.redeemed.set(conversation, { sha256, commit });
    });
  }

  /** Who is in the group. */
  members(conversation: string): Promise<Members> {
    return this.about(conversation, (session, group) => {
      const state = usable(group);
      const { pending } = group.head;
      return Promise.resolve({
        epoch: epochOf(state),
        epochAuthenticator: toBase64Url(state.keySchedule.epochAuthenticator),
        members: session.trust.members(state.ratchetTree),
        ...(pending === undefined ? {} : { pending: pending.cid }),
      });
    });
  }

  /** The cid of the commit that waits for its place in the log; undefined when none does. */
  pending(conversation: string): Promise<string | undefined> {
    return this.about(conversation, (_session, group) => Promise.resolve(group.head.pending?.cid));
  }

  /** Deletes the group of a conversation that this person has left. */
  leave(conversation: string): Promise<void> {
    return this.about(conversation, async (session, group) => {
      this.ready.delete(conversation);
      this.redeemed.delete(conversation);
      await session.groups.delete(conversation);
      wipeState(group.state);
      wipeState(group.next);
    });
  }

  private async propose(
    session: Session,
    conversation: string,
    group: Group,
    cid: string,
    epoch: number,
    isExternal: boolean,
    make: () => Promise<MadeCommit>,
  ): Promise<PendingCommit> {
    if (group.head.pending !== undefined) {
      return answer(group.head.pending, true);
    }
    const { next, commit, groupInfo, welcomes } = await decided(make);
    const pending: StoredCommit = { cid, epoch, commit, groupInfo, welcomes, isExternal };
    const head = { ...group.head, pending };
    await this.save(session, conversation, group, { ...group, head, next });
    return answer(pending, false);
  }

  private async save(
    session: Session,
    conversation: string,
    before: Group,
    after: Group,
    changes: Changes = new Map(),
  ): Promise<void> {
    // When this fails, nobody knows what reached the disk: the next call reads it.
    this.ready.delete(conversation);
    await session.groups.save(conversation, before, after, changes);
    this.ready.set(conversation, after);
    const [oldest] = this.ready.keys();
    if (this.ready.size > READY && oldest !== undefined) {
      this.ready.delete(oldest);
    }
  }

  private about<T>(
    conversation: string,
    work: (session: Session, group: Group) => Promise<T>,
  ): Promise<T> {
    if (!isUuid(conversation)) {
      return Promise.reject(new CryptoRefusal('invalid'));
    }
    return this.inLine(conversation, async () => {
      const session = this.opened();
      const group = this.ready.get(conversation) ?? (await session.groups.load(conversation));
      return work(session, group);
    });
  }

  /** Runs calls of one line one after the other, also after one that failed. */
  private inLine<T>(line: string, work: () => Promise<T>): Promise<T> {
    const before = this.queues.get(line) ?? Promise.resolve();
    const result = before.then(work);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    this.queues.set(line, settled);
    void settled.then(() => {
      if (this.queues.get(line) === settled) {
        this.queues.delete(line);
      }
    });
    return result;
  }

  private opened(): Session {
    if (this.session === undefined) {
      throw new CryptoRefusal('not-open');
    }
    return this.session;
  }

  private letGo(): void {
    const { session } = this;
    this.session = undefined;
    for (const { state, next } of this.ready.values()) {
      wipeState(state);
      wipeState(next);
    }
    this.ready.clear();
    this.redeemed.clear();
    if (session !== undefined) {
      wipe([session.identity.signKey]);
      session.vault.close();
      session.release();
    }
  }
}

/** A commit that its entry in the log names by its hash. */
interface Redeemed {
  sha256: string;
  commit: string;
}

/** The entries from here on have to wait. */
class Blocked extends Error {
  constructor(readonly waiting: Waiting) {
    super(waiting.why);
  }
}

/** Reads entries one after the other, and gathers what has to be stored. */
class Reading {
  readonly changes: Changes = new Map();
  private readonly consumed: Uint8Array[] = [];
  private readonly ended: (ClientState | undefined)[] = [];
  /** The own messages that were seen. */
  private readonly own = new Set<string>();
  group: Group;

  constructor(
    private readonly session: Session,
    private readonly conversation: string,
    private readonly before: Group,
    private readonly redeemed: Redeemed | undefined,
  ) {
    this.group = before;
  }

  hasMoved(): boolean {
    return this.group !== this.before;
  }

  /** Overwrites what is of no use any more, once the rest is stored. */
  wipe(): void {
    wipe(this.consumed);
    this.ended.forEach(wipeState);
  }

  async read(entry: LogEntry): Promise<EntryResult> {
    const { groups } = this.session;
    if (entry.seq <= this.before.head.cursor) {
      const known = await groups.result(this.conversation, entry.seq);
      return known ?? { seq: entry.seq, failed: 'handed-out' };
    }
    let result: EntryResult;
    try {
      result = entry.kind === 'message' ? await this.message(entry) : await this.commit(entry);
    } catch (error) {
      if (error instanceof Undecided) {
        const { why, devices } = error;
        throw new Blocked({ seq: entry.seq, why, devices });
      }
      if (!(error instanceof Unreadable)) {
        throw error;
      }
      result = { seq: entry.seq, failed: error.failure };
    }
    this.group = { ...this.group, head: { ...this.group.head, cursor: entry.seq } };
    groups.keepResult(this.changes, this.conversation, result);
    return result;
  }

  private async message(entry: LogEntry): Promise<EntryResult> {
    const { seq, body, device, cid } = entry;
    if (device === this.session.identity.device) {
      return this.ownMessage(entry, cid);
    }
    const message = decodeMessage(body);
    if (
      message?.wireformat !== 'mls_private_message' ||
      message.privateMessage.contentType !== 'application' ||
      !this.isOfGroup(message.privateMessage.groupId)
    ) {
      throw new Unreadable('not-a-message');
    }
    const state = this.stateFor(seq, Number(message.privateMessage.epoch));
    const step = await this.session.steps.decrypt(state, message.privateMessage, entry);
    this.move(step.state, step.consumed);
    const plaintext = copyBytes(step.text);
    return step.seen === undefined ? { seq, plaintext } : { seq, plaintext, seen: step.seen };
  }

  private async ownMessage({ seq, body }: LogEntry, cid: string | undefined): Promise<EntryResult> {
    const { groups } = this.session;
    const sent =
      cid === undefined || !isUuid(cid) ? undefined : await groups.sent(this.conversation, cid);
    if (cid === undefined || sent?.body !== body || this.own.has(cid)) {
      throw new Unreadable('state-lost');
    }
    this.own.add(cid);
    groups.keepSent(this.changes, this.conversation, cid, undefined);
    return { seq, own: cid, plaintext: sent.plaintext };
  }

  private async commit(entry: LogEntry): Promise<EntryResult> {
    const { seq, body } = entry;
    const { steps } = this.session;
    const parsed = parseCommitBody(body);
    const commit = parsed === undefined ? undefined : await this.commitOf(seq, parsed);
    const message = decodeMessage(commit);
    if (
      parsed === undefined ||
      message?.wireformat !== 'mls_public_message' ||
      message.publicMessage.content.contentType !== 'commit' ||
      !this.isOfGroup(message.publicMessage.content.groupId) ||
      message.publicMessage.content.epoch !== BigInt(parsed.epoch)
    ) {
      throw new Unreadable('not-a-message');
    }
    if (this.group.head.pending?.commit === commit) {
      const { account, device } = this.session.identity;
      if (entry.by !== account || entry.device !== device) {
        // The others refuse it as well.
        throw new Unreadable('wrong-sender');
      }
      return this.adopt(entry);
    }
    const { pending, isNew } = this.group.head;
    const lostTo = pending !== undefined && pending.epoch <= parsed.epoch;
    if (isNew === true) {
      // Somebody else began the group of this conversation. Ours never was.
      this.drop({ cursor: this.group.head.cursor, joinedAt: 0 });
    }
    if (lostTo && pending.isExternal) {
      this.ended.push(this.group.next);
      this.group = withoutPending(this.group);
    }
    const state = this.stateFor(seq, parsed.epoch);
    if (await steps.isOwn(state, message.publicMessage)) {
      this.group = { ...this.group, head: { ...this.group.head, isLost: true } };
      throw new Unreadable('state-lost');
    }
    const step = await steps.follow(state, message.publicMessage, entry);
    this.ended.push(state);
    if (lostTo) {
      this.ended.push(this.group.next);
      this.group = withoutPending(this.group);
    }
    if (step.isRemoved) {
      const { cursor, joinedAt } = this.group.head;
      this.drop({ cursor, joinedAt, removedAt: step.outcome.epoch });
    } else {
      this.move(step.state, step.consumed);
    }
    return { seq, committed: step.outcome };
  }

  /** The commit of an entry, which may hold no more than its hash. */
  private async commitOf(seq: number, body: CommitBody): Promise<string> {
    if ('commit' in body) {
      return body.commit;
    }
    const { pending, isNew } = this.group.head;
    if (pending !== undefined && (await hashOf(pending.commit)) === body.sha256) {
      return pending.commit;
    }
    if (this.redeemed?.sha256 === body.sha256) {
      return this.redeemed.commit;
    }
    if (isNew !== true && (pending === undefined || pending.epoch > body.epoch)) {
      // What this device cannot follow it need not have.
      this.stateFor(seq, body.epoch);
    }
    throw new Blocked({ seq, why: 'claim-check' });
  }

  /** The commit that waited is in the log: what it leads to is the state now. */
  private adopt({ seq }: LogEntry): EntryResult {
    const { state, next, head } = this.group;
    const { pending, removedAt, cursor, joinedAt, welcome } = head;
    if (pending === undefined || next === undefined) {
      throw new CryptoRefusal('storage');
    }
    this.ended.push(state);
    this.group = {
      head: {
        cursor,
        joinedAt: pending.isExternal ? epochOf(next) : joinedAt,
        ...(removedAt === undefined ? {} : { removedAt }),
        ...(welcome === undefined ? {} : { welcome }),
      },
      state: next,
    };
    const before = pending.isExternal ? undefined : state;
    const committed = this.session.steps.outcome(before, next);
    return { seq, own: pending.cid, committed };
  }

  /** The state for an entry of this epoch. */
  private stateFor(seq: number, epoch: number): ClientState {
    const { state, head } = this.group;
    const live = head.isLost === true ? undefined : state;
    if (live !== undefined && epoch === epochOf(live)) {
      return live;
    }
    const { pending } = head;
    // While this device waits to join by itself, what comes before is none of its business.
    const begins = live !== undefined ? head.joinedAt : pending?.isExternal ? pending.epoch + 1 : 0;
    if (epoch < begins) {
      const isAfterRemoval = head.removedAt !== undefined && epoch >= head.removedAt;
      throw new Unreadable(isAfterRemoval ? 'removed' : 'before-joining');
    }
    if (live === undefined) {
      throw new Blocked({ seq, why: head.isLost === true ? 'state-lost' : 'no-group' });
    }
    throw new Unreadable('epoch-unknown');
  }

  private isOfGroup(groupId: Uint8Array): boolean {
    return sameBytes(groupId, uuidBytes(this.conversation));
  }

  private move(state: ClientState, consumed: readonly Uint8Array[]): void {
    this.group = { ...this.group, state };
    this.consumed.push(...consumed);
  }

  private drop(head: GroupHead): void {
    this.ended.push(this.group.state, this.group.next);
    this.group = { head };
  }
}

function requireOrder(entries: readonly LogEntry[]): void {
  const isOrdered = entries.every(
    ({ seq }, index) => Number.isSafeInteger(seq) && seq > (entries[index - 1]?.seq ?? 0),
  );
  if (!isOrdered) {
    throw new CryptoRefusal('invalid');
  }
}

function usable({ state, head }: Group): ClientState {
  if (state === undefined || head.isLost === true) {
    throw new CryptoRefusal('no-group');
  }
  return state;
}

function withoutPending({ head, state }: Group): Group {
  const rest = { ...head };
  delete rest.pending;
  return { head: rest, ...(state === undefined ? {} : { state }) };
}

function answer(stored: StoredCommit, repeated: boolean): PendingCommit {
  const { cid, epoch, commit, groupInfo, welcomes } = stored;
  return { cid, epoch, commit, groupInfo, welcomes, repeated };
}

async function decided<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Undecided ? error.refusal() : error;
  }
}

/** The SHA-256 of bytes in base64url; undefined when the text is none. */
async function hashOf(text: string): Promise<string | undefined> {
  const bytes = strictBase64Url(text);
  return bytes === undefined ? undefined : sha256(bytes);
}

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
}
