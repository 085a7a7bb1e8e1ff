import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import type { Change, Members, PendingCommit } from '../../src/workers/crypto/model.js';
import { CryptoRefusal, type RefusalCause } from '../../src/workers/crypto/refusal.js';
import type { Committed, MlsDevice } from './mls-device.js';

export interface Claimed {
  items: NonNullable<Change['add']>;
}

/** A commit that the server has promised to keep. */
export interface Granted extends Committed {
  kind: 'renewal' | 'addition' | 'removal' | 'joining';
  device: string;
  cid: string;
}

/** How long somebody waits for others before he looks again. Milliseconds. */
const LOOK_AGAIN_MS = 100;

/** Who was first lets others be first so often: whoever is asked first by chance would always win. */
const REST_EPOCHS = 8;

/** How long somebody waits who has asked too often. Milliseconds. */
const TOO_OFTEN_MS = 1_000;

/**
 * A device that changes a group again and again, by the rules of the web app: it reads on, commits
 * to what it knows, and when another commit was first it reads that one and begins anew. Whatever
 * it was answered is compared with what it reads in the log.
 */
export class Committer {
  readonly granted: Granted[] = [];
  /** How many commits were refused, because others were first. */
  late = 0;
  private tries = 0;
  /** KeyPackages that were given to this device and wait for a commit of it. */
  private readonly claimed = new Map<string, NonNullable<Change['add']>[number]>();

  /** @param number from 0; it decides what this one likes to do */
  constructor(
    private readonly device: MlsDevice,
    private readonly number: number,
    private readonly group: string,
  ) {}

  /** Tries to bring the group to its next epoch; or to come back into it after a removal. */
  async moves(): Promise<void> {
    await this.reads();
    const members = await this.members();
    if (members === undefined) {
      if (!(await this.entersByWelcome())) {
        // Every other one waits until he is added; the others help themselves.
        await (this.number % 2 === 0 ? pause(LOOK_AGAIN_MS) : this.entersByHimself());
      }
      return;
    }
    if (members.epoch < (this.granted.at(-1)?.epoch ?? -REST_EPOCHS) + REST_EPOCHS) {
      await pause(LOOK_AGAIN_MS);
      return;
    }
    const change = await this.wish(members);
    const kind = 'add' in change ? 'addition' : 'remove' in change ? 'removal' : 'renewal';
    const { api } = this.device;
    await this.submits(kind, await api.commit(this.group, this.device.newCid(), change));
  }

  /** Ends inside of the group. */
  async isInside(): Promise<void> {
    for (;;) {
      await this.reads();
      if ((await this.members()) !== undefined) {
        return;
      }
      if (!(await this.entersByWelcome())) {
        await this.entersByHimself();
      }
    }
  }

  private async members(): Promise<Members | undefined> {
    try {
      return await this.device.api.members(this.group);
    } catch (error) {
      if (isRefusal(error, 'no-group')) {
        return undefined;
      }
      throw error;
    }
  }

  /** Adds whoever is missing, or removes another device of its person, or renews its own keys. */
  private async wish({ members }: Members): Promise<Change> {
    this.tries += 1;
    const inside = new Set(members.map(({ device }) => device));
    const missing = (await this.device.everybody(this.group)).filter(
      ({ device }) => !inside.has(device),
    );
    if (missing.length > 0 && this.number % 2 === 0) {
      return { add: await this.claims(missing) };
    }
    const { account, device } = this.device;
    const sibling = members.find((each) => each.account === account && each.device !== device);
    return sibling !== undefined && this.tries % 2 === 1 ? { remove: [sibling.device] } : {};
  }

  private async claims(
    missing: readonly { account: string; device: string }[],
  ): Promise<NonNullable<Change['add']>> {
    const unclaimed = missing.filter(({ device }) => !this.claimed.has(device));
    if (unclaimed.length > 0) {
      const path = `/conversations/${this.group}/key-packages/claims`;
      const people = [...new Set(unclaimed.map(({ account }) => account))];
      const { items } = await this.device.call<Claimed>('POST', path, { people });
      items.forEach((each) => this.claimed.set(each.device, each));
    }
    return missing.flatMap(({ device }) => this.claimed.get(device) ?? []);
  }

  private async entersByWelcome(): Promise<boolean> {
    const path = `/conversations/${this.group}/welcome`;
    const waiting = await this.device.call<{ welcome: string } | undefined>('GET', path);
    if (waiting === undefined) {
      return false;
    }
    await this.device.api.join(this.group, waiting.welcome);
    await this.device.call('DELETE', path);
    return true;
  }

  private async entersByHimself(): Promise<void> {
    const path = `/conversations/${this.group}/mls`;
    const { groupInfo } = await this.device.call<{ groupInfo: string }>('GET', path);
    const { api } = this.device;
    const pending = await api.joinExternally(this.group, this.device.newCid(), groupInfo);
    await this.submits('joining', pending);
  }

  /** Gives a commit to the server, and reads in the log whether it was told the truth. */
  private async submits(kind: Granted['kind'], pending: PendingCommit): Promise<void> {
    const { cid } = pending;
    const answer = await this.answerTo(pending);
    if (answer === 'late') {
      this.late += 1;
    } else {
      expect(answer.epoch).toBe(pending.epoch + 1);
      this.granted.push({ ...answer, kind, device: this.device.device, cid });
      pending.welcomes
        .flatMap(({ devices }) => devices)
        .forEach((used) => this.claimed.delete(used));
    }
    const own = await this.reads(cid);
    expect(own).toEqual(answer === 'late' ? undefined : answer);
    expect(await this.device.api.pending(this.group)).toBeUndefined();
  }

  /**
   * What the server answers, which is the same at whatever instance and however often it is asked:
   * some ask both at once, and who was granted his wish asks again.
   */
  private async answerTo(pending: PendingCommit): Promise<Committed | 'late'> {
    const ask = (first: 'home' | 'last') => this.answerOf(pending, first);
    const answers: (Committed | 'late')[] =
      this.tries % 3 === 0 ? await Promise.all([ask('home'), ask('last')]) : [await ask('home')];
    if (!answers.includes('late')) {
      answers.push(await ask('last'));
    }
    const [answer = 'late', ...again] = answers;
    again.forEach((each) => expect(each).toEqual(answer));
    return answer;
  }

  private async answerOf(
    pending: PendingCommit,
    first: 'home' | 'last',
  ): Promise<Committed | 'late'> {
    for (;;) {
      try {
        const { epoch, seq } = await this.device.gives(this.group, pending, first);
        return { epoch, seq };
      } catch (error) {
        if (/ 409 .*epoch-conflict/.test(String(error))) {
          return 'late';
        }
        expect(String(error)).toMatch(/ 429 .*too-many-requests/);
        await pause(TOO_OFTEN_MS);
      }
    }
  }

  /** Reads on; where the own commit with this key stands, when it comes by. */
  private async reads(cid?: string): Promise<Committed | undefined> {
    let own: Committed | undefined;
    const { results, waiting } = await this.device.readsOn(this.group);
    for (const result of results) {
      if ('failed' in result) {
        expect(result.failed).toBeOneOf(['before-joining', 'removed']);
      } else if ('committed' in result && result.own !== undefined && result.own === cid) {
        own = { epoch: result.committed.epoch, seq: result.seq };
      }
    }
    expect(waiting).toBeOneOf([undefined, 'no-group']);
    return own;
  }
}

function isRefusal(error: unknown, cause: RefusalCause): boolean {
  return error instanceof CryptoRefusal && error.refusal === cause;
}
